package org.debye.spectra.baseline;

/**
 * Solves (W + lambda D'D) z = W y, with W diagonal and D the second difference: a symmetric
 * positive definite matrix of five diagonals, by LDL' without pivoting in O(n). Source: Eilers
 * 2003, Anal. Chem. 75:3631, equation 4.
 *
 * <p>Beside a large lambda the weights lose digits in the matrix, but not in the residual, which is
 * computed by differences: iterative refinement with it gives them back. Owns its workspace; one
 * thread at a time.
 */
final class WhittakerSmoother {
  static final int LEAST_POINTS = 3;

  // Below, a solution has nine digits or more without refinement, and spectra have seven.
  private static final double REFINED_FROM = 1e6;
  private static final int MOST_REFINEMENTS = 6;
  private static final double REFINED = 1e-10;

  private final double lambda;

  // L[i+1, i] and L[i+2, i] of the factor with ones on its diagonal, and 1 / D[i].
  private final double[] lower1;
  private final double[] lower2;
  private final double[] reciprocal;
  private final double[] right;
  private final double[] correction;

  WhittakerSmoother(double lambda, int points) {
    this.lambda = lambda;
    lower1 = new double[points];
    lower2 = new double[points];
    reciprocal = new double[points];
    right = new double[points];
    correction = new double[points];
  }

  /**
   * Solves for the first n points.
   *
   * @param y length n
   * @param weights length n, not negative
   * @param n at least 3
   * @param z length n, overwritten
   * @return false, with z meaningless, where the matrix is singular to double precision
   */
  boolean solve(double[] y, double[] weights, int n, double[] z) {
    if (!factorise(weights, n)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      right[i] = weights[i] * y[i];
    }
    substitute(n, z);
    return lambda < REFINED_FROM || refine(y, weights, n, z);
  }

  private boolean factorise(double[] weights, int n) {
    double left1 = 0; // L[i, i-1]
    double left2 = 0; // L[i, i-2]
    double below = 0; // L[i+1, i-1]
    double coupling = 0; // L[i, i-1] D[i-1]
    for (int i = 0; i < n; i++) {
      double pivot = weights[i] + lambda * (centre(i, n) - left2) - left1 * coupling;
      if (!(pivot > 0)) {
        return false;
      }
      double inverse = 1 / pivot;
      coupling = lambda * (beside(i, n) - left1);
      left1 = coupling * inverse;
      left2 = below;
      below = lambda * inverse;
      lower1[i] = left1;
      lower2[i] = below;
      reciprocal[i] = inverse;
    }
    return true;
  }

  /** Solves L D L' x = right. */
  private void substitute(int n, double[] x) {
    double u1 = right[0];
    double u2 = 0;
    x[0] = u1 * reciprocal[0];
    for (int i = 1; i < n; i++) {
      double u = right[i] - lower1[i - 1] * u1 - (i > 1 ? lower2[i - 2] * u2 : 0);
      u2 = u1;
      u1 = u;
      x[i] = u * reciprocal[i];
    }
    double next1 = x[n - 1];
    double next2 = 0;
    for (int i = n - 2; i >= 0; i--) {
      double value = x[i] - lower1[i] * next1 - lower2[i] * next2;
      next2 = next1;
      next1 = value;
      x[i] = value;
    }
  }

  /** Returns whether the solution settled. */
  private boolean refine(double[] y, double[] weights, int n, double[] z) {
    for (int step = 0; step < MOST_REFINEMENTS; step++) {
      residual(y, weights, n, z);
      substitute(n, correction);
      double largest = 0;
      double size = 0;
      for (int i = 0; i < n; i++) {
        z[i] += correction[i];
        largest = Math.max(largest, Math.abs(correction[i]));
        size = Math.max(size, Math.abs(z[i]));
      }
      if (largest <= REFINED * size) {
        return true;
      }
    }
    return false;
  }

  /** right = W (y - z) - lambda D'D z. */
  private void residual(double[] y, double[] weights, int n, double[] z) {
    double bend1 = 0;
    double bend2 = 0;
    for (int i = 0; i < n; i++) {
      double bend = i < n - 2 ? (z[i] - z[i + 1]) - (z[i + 1] - z[i + 2]) : 0;
      right[i] = weights[i] * (y[i] - z[i]) - lambda * (bend - 2 * bend1 + bend2);
      bend2 = bend1;
      bend1 = bend;
    }
  }

  /** (D'D)[i, i]. */
  private static double centre(int i, int n) {
    int toEnd = Math.min(i, n - 1 - i);
    return toEnd == 0 ? 1 : toEnd > 1 ? 6 : n == 3 ? 4 : 5;
  }

  /** (D'D)[i, i+1]. */
  private static double beside(int i, int n) {
    return i == 0 || i == n - 2 ? -2 : -4;
  }
}
