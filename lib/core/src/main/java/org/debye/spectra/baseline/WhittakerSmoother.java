package org.debye.spectra.baseline;

/**
 * Solves (W + lambda D'D) z = W y, with W diagonal and D the second difference: a symmetric
 * positive definite matrix of five diagonals, by LDL' without pivoting in O(n). Source: Eilers
 * 2003, Anal. Chem. 75:3631, equation 4. Owns its workspace; one thread at a time.
 */
final class WhittakerSmoother {
  static final int LEAST_POINTS = 3;

  private final double lambda;

  // L[i+1, i] and L[i+2, i] of the factor with ones on its diagonal, and D^-1 L^-1 W y.
  private final double[] lower1;
  private final double[] lower2;
  private final double[] scaled;

  WhittakerSmoother(double lambda, int points) {
    this.lambda = lambda;
    lower1 = new double[points];
    lower2 = new double[points];
    scaled = new double[points];
  }

  /**
   * Solves for the first n points.
   *
   * @param y length n
   * @param weights length n, not negative
   * @param n at least 3
   * @param z length n, overwritten
   * @return false, with z untouched, where the weights leave the matrix singular
   */
  boolean solve(double[] y, double[] weights, int n, double[] z) {
    if (!factorise(y, weights, n)) {
      return false;
    }
    double next1 = scaled[n - 1];
    double next2 = 0;
    z[n - 1] = next1;
    for (int i = n - 2; i >= 0; i--) {
      double value = scaled[i] - lower1[i] * next1 - lower2[i] * next2;
      next2 = next1;
      next1 = value;
      z[i] = value;
    }
    return true;
  }

  private boolean factorise(double[] y, double[] weights, int n) {
    double left1 = 0; // L[i, i-1]
    double left2 = 0; // L[i, i-2]
    double below = 0; // L[i+1, i-1]
    double coupling = 0; // L[i, i-1] D[i-1]
    double right1 = 0;
    double right2 = 0;
    for (int i = 0; i < n; i++) {
      double pivot = weights[i] + lambda * (centre(i, n) - left2) - left1 * coupling;
      if (!(pivot > 0)) {
        return false;
      }
      double reciprocal = 1 / pivot;
      double right = weights[i] * y[i] - left1 * right1 - left2 * right2;
      coupling = lambda * (beside(i, n) - left1);
      left1 = coupling * reciprocal;
      left2 = below;
      below = lambda * reciprocal;
      right2 = right1;
      right1 = right;
      lower1[i] = left1;
      lower2[i] = below;
      scaled[i] = right * reciprocal;
    }
    return true;
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
