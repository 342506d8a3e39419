package org.debye.inference.nuts;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/** A = diag(variances). */
record DiagonalMetric(double[] variances, double[] momentumScales) implements Metric {

  static DiagonalMetric of(double[] variances) {
    double[] scales = new double[variances.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(variances[i]);
    }
    return new DiagonalMetric(variances, scales);
  }

  static DiagonalMetric unit(int dimension) {
    double[] ones = new double[dimension];
    Arrays.fill(ones, 1);
    return of(ones);
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    for (int i = 0; i < variances.length; i++) {
      velocity[i] = variances[i] * momentum[i];
    }
  }

  @Override
  public void drawMomentum(RandomStream random, double[] momentum) {
    for (int i = 0; i < momentumScales.length; i++) {
      momentum[i] = momentumScales[i] * random.nextGaussian();
    }
  }
}
