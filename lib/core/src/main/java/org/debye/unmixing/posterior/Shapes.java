package org.debye.unmixing.posterior;

import org.debye.numeric.GammaFunction;

/** Shapes a of a Dirichlet distribution, with their sums from the end and log normalisation. */
final class Shapes {
  private final double[] shape;
  private final double[] after;
  private double total;

  Shapes(int endmembers) {
    shape = new double[endmembers];
    after = new double[endmembers];
  }

  void take(double[] concentration) {
    total = 0;
    for (int k = shape.length - 1; k >= 0; k--) {
      shape[k] = concentration[k];
      after[k] = total;
      total += concentration[k];
    }
  }

  /** a_k. */
  double of(int k) {
    return shape[k];
  }

  /** a_(k+1) + .. + a_K: what the logarithm of 1 - z_k is multiplied by. */
  double after(int k) {
    return after[k];
  }

  /** log Gamma(sum a) - sum log Gamma(a_k). */
  double logNormalisation() {
    double log = GammaFunction.logGamma(total);
    for (double a : shape) {
      log -= GammaFunction.logGamma(a);
    }
    return log;
  }

  /** Its slope by a_k. */
  double slope(int k) {
    return GammaFunction.digamma(total) - GammaFunction.digamma(shape[k]);
  }
}
