package org.debye.unmixing.posterior;

import java.util.Arrays;

/**
 * The integral over one observation's abundances for K = 2 or 3 and D = 1 or 2, written from the
 * model's formula alone: sticks z = 1 / (1 + exp(-sinh t)), the trapezoidal rule over t, which
 * converges exponentially for integrands that fall doubly exponentially (Takahasi and Mori 1974).
 */
final class StickQuadrature {
  private final double step;
  private final double reach;

  StickQuadrature(double step, double reach) {
    this.step = step;
    this.reach = reach;
  }

  /**
   * log p(y | w, C, Sigma, alpha1).
   *
   * @param endmembers K arrays of D
   * @param covariance D x D
   */
  double logMarginal(
      double[] y, double[] weights, double alpha1, double[][] endmembers, double[][] covariance) {
    double[] shapes = Arrays.stream(weights).map(w -> alpha1 * w).toArray();
    double constant = logGamma(Arrays.stream(shapes).sum());
    for (double shape : shapes) {
      constant -= logGamma(shape);
    }
    double sum = 0;
    int nodes = (int) Math.round(2 * reach / step);
    for (int first = 0; first <= nodes; first++) {
      double[] one = stick(-reach + first * step);
      if (weights.length == 2) {
        double log = shapes[0] * one[0] + shapes[1] * one[1] + one[2];
        double[] w = {Math.exp(one[0]), Math.exp(one[1])};
        sum += Math.exp(constant + log) * normal(y, w, endmembers, covariance);
        continue;
      }
      for (int second = 0; second <= nodes; second++) {
        double[] two = stick(-reach + second * step);
        double log =
            shapes[0] * one[0]
                + (shapes[1] + shapes[2]) * one[1]
                + one[2]
                + shapes[1] * two[0]
                + shapes[2] * two[1]
                + two[2];
        double[] w = {Math.exp(one[0]), Math.exp(one[1] + two[0]), Math.exp(one[1] + two[1])};
        sum += step * Math.exp(constant + log) * normal(y, w, endmembers, covariance);
      }
    }
    return Math.log(sum * step);
  }

  /** log z, log(1 - z), log dv/dt at t, with v = sinh t the logit of z. */
  private static double[] stick(double t) {
    double v = Math.sinh(t);
    double logZ = v < 0 ? v - Math.log1p(Math.exp(v)) : -Math.log1p(Math.exp(-v));
    return new double[] {logZ, logZ - v, Math.log(Math.cosh(t))};
  }

  private static double normal(
      double[] y, double[] w, double[][] endmembers, double[][] covariance) {
    double[] r = y.clone();
    for (int k = 0; k < w.length; k++) {
      for (int d = 0; d < y.length; d++) {
        r[d] -= w[k] * endmembers[k][d];
      }
    }
    if (y.length == 1) {
      double variance = covariance[0][0];
      return Math.exp(-0.5 * r[0] * r[0] / variance) / Math.sqrt(2 * Math.PI * variance);
    }
    double a = covariance[0][0];
    double b = covariance[0][1];
    double c = covariance[1][1];
    double determinant = a * c - b * b;
    double square = (c * r[0] * r[0] - 2 * b * r[0] * r[1] + a * r[1] * r[1]) / determinant;
    return Math.exp(-0.5 * square) / (2 * Math.PI * Math.sqrt(determinant));
  }

  private static double logGamma(double x) {
    return org.apache.commons.numbers.gamma.LogGamma.value(x);
  }
}
