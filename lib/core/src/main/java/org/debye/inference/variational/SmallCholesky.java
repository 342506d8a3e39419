package org.debye.inference.variational;

/** Inverse and determinant of a small positive definite matrix, in place and without allocation. */
final class SmallCholesky {
  private SmallCholesky() {}

  /**
   * Inverts.
   *
   * @param a n x n row major, lower part read; overwritten by its Cholesky factor
   * @param inverse n x n; overwritten by the whole inverse
   * @return log of the determinant; NaN of a matrix that is not positive definite
   */
  static double invert(double[] a, int n, double[] inverse) {
    double logDeterminant = 0;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = a[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * n + k] * a[j * n + k];
        }
        a[i * n + j] = i == j ? Math.sqrt(sum) : sum / a[j * n + j];
      }
      logDeterminant += 2 * StrictMath.log(a[j * n + j]);
    }
    for (int column = 0; column < n; column++) {
      solve(a, n, inverse, column);
    }
    return logDeterminant;
  }

  private static void solve(double[] factor, int n, double[] inverse, int column) {
    for (int i = 0; i < n; i++) {
      double sum = i == column ? 1 : 0;
      for (int k = 0; k < i; k++) {
        sum -= factor[i * n + k] * inverse[k * n + column];
      }
      inverse[i * n + column] = sum / factor[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = inverse[i * n + column];
      for (int k = i + 1; k < n; k++) {
        sum -= factor[k * n + i] * inverse[k * n + column];
      }
      inverse[i * n + column] = sum / factor[i * n + i];
    }
  }
}
