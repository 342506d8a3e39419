package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/** x = mu + s o eps: independent coordinates. Entropy n/2 log(2 pi e) + sum log s. */
final class MeanFieldNormal implements NormalFamily {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private final int n;
  private final Scales scales;
  private double[] parameters = new double[0];

  MeanFieldNormal(int n) {
    this.n = n;
    scales = new Scales(n);
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public int parameters() {
    return 2 * n;
  }

  @Override
  public int noise() {
    return n;
  }

  @Override
  public void start(double[] initial, double scale, RandomStream random, double[] start) {
    System.arraycopy(initial, 0, start, 0, n);
    Arrays.fill(start, n, 2 * n, Scales.inverse(scale));
  }

  @Override
  public void prepare(double[] taken) {
    parameters = taken;
    scales.prepare(taken);
  }

  @Override
  public void map(double[] noise, double[] x) {
    double[] mean = parameters;
    double[] scale = scales.scale;
    for (int i = 0; i < n; i++) {
      x[i] = Math.fma(scale[i], noise[i], mean[i]);
    }
  }

  @Override
  public void pullBack(double[] noise, double[] slope, double[] gradient) {
    double[] scaleSlope = scales.slope;
    for (int i = 0; i < n; i++) {
      gradient[i] += slope[i];
    }
    for (int i = 0; i < n; i++) {
      gradient[n + i] += slope[i] * scaleSlope[i] * noise[i];
    }
  }

  @Override
  public double entropy() {
    return n * (0.5 + HALF_LOG_TWO_PI) + scales.sumOfLogs();
  }

  @Override
  public void addEntropyGradient(double[] gradient) {
    scales.addLogGradient(gradient);
  }

  @Override
  public double logDensity(double[] x) {
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double z = (x[i] - parameters[i]) / scales.scale[i];
      squares += z * z;
    }
    return -0.5 * squares - scales.sumOfLogs() - n * HALF_LOG_TWO_PI;
  }

  @Override
  public void standardDeviations(double[] sd) {
    System.arraycopy(scales.scale, 0, sd, 0, n);
  }
}
