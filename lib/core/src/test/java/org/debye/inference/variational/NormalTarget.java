package org.debye.inference.variational;

import java.util.Arrays;
import org.debye.inference.BlockedLogDensity;
import org.debye.numeric.RandomStream;

/**
 * A normalised normal density with precision P = B B', known mean and covariance. Blocks are
 * declared as the pattern of P has them: globals, then blocks that touch the globals and
 * themselves.
 */
final class NormalTarget implements BlockedLogDensity {
  final int n;
  final double[] mean;
  final double[] precision;
  final double[] covariance;
  private final int globals;
  private final int blocks;
  private final double logDeterminant;

  private NormalTarget(double[] mean, double[] precision, int globals, int blocks) {
    n = mean.length;
    this.mean = mean;
    this.precision = precision;
    this.globals = globals;
    this.blocks = blocks;
    covariance = new double[n * n];
    logDeterminant = SmallCholesky.invert(precision.clone(), n, covariance);
  }

  /** Precision of random factors, entries between blocks zero. */
  static NormalTarget blocked(int globals, int blocks, int blockSize, RandomStream random) {
    int n = globals + blocks * blockSize;
    double[] precision = new double[n * n];
    double[] mean = new double[n];
    for (int i = 0; i < n; i++) {
      mean[i] = random.nextGaussian();
      precision[i * n + i] = 1 + i % 3;
    }
    double[] v = new double[n];
    for (int b = 0; b < blocks; b++) {
      for (int repeat = 0; repeat < 2; repeat++) {
        Arrays.fill(v, 0);
        for (int i = 0; i < globals; i++) {
          v[i] = random.nextGaussian() / Math.sqrt(blocks);
        }
        for (int i = globals + b; i < n; i += blocks) {
          v[i] = 1.5 * random.nextGaussian();
        }
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            precision[i * n + j] += v[i] * v[j];
          }
        }
      }
    }
    return new NormalTarget(mean, precision, globals, blocks);
  }

  /** Covariance diag(d) (I + f f') diag(d), f of the given strength. */
  static NormalTarget oneFactor(int n, double strength) {
    double[] covariance = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = (0.5 + 0.1 * i) * (0.5 + 0.1 * j);
        double sign = (i + j) % 2 == 0 ? 1 : -1;
        covariance[i * n + j] = scale * ((i == j ? 1 : 0) + sign * strength * strength);
      }
    }
    double[] precision = new double[n * n];
    SmallCholesky.invert(covariance, n, precision);
    return new NormalTarget(new double[n], precision, n - 1, 1);
  }

  @Override
  public int globals() {
    return globals;
  }

  @Override
  public int blocks() {
    return blocks;
  }

  @Override
  public int dimension() {
    return n;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    double value = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += precision[i * n + j] * (position[j] - mean[j]);
      }
      gradient[i] = -sum;
      value -= 0.5 * (position[i] - mean[i]) * sum;
    }
    return value + 0.5 * logDeterminant - 0.5 * n * Math.log(2 * Math.PI);
  }

  double marginal(int i) {
    return Math.sqrt(covariance[i * n + i]);
  }

  double conditional(int i) {
    return 1 / Math.sqrt(precision[i * n + i]);
  }
}
