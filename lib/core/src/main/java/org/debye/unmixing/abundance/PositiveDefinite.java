package org.debye.unmixing.abundance;

/** Inverse of small positive definite matrices by Cholesky's factors. */
final class PositiveDefinite {
  private static final double SINGULAR = 1e-13;

  private PositiveDefinite() {}

  /**
   * Inverts in place.
   *
   * @param a size x size, row major, symmetric; overwritten by the inverse, or by rubbish
   * @return false where a pivot is below 1e-13 of its diagonal element
   */
  static boolean invert(double[] a, int size) {
    double[] factor = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * size + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * size + k] * factor[j * size + k];
        }
        if (i == j) {
          if (!(sum > SINGULAR * a[i * size + i])) {
            return false;
          }
          factor[i * size + i] = Math.sqrt(sum);
        } else {
          factor[i * size + j] = sum / factor[j * size + j];
        }
      }
    }
    double[] column = new double[size];
    for (int c = 0; c < size; c++) {
      solveUnit(factor, size, c, column);
      for (int r = 0; r < size; r++) {
        a[r * size + c] = column[r];
      }
    }
    return true;
  }

  private static void solveUnit(double[] factor, int size, int unit, double[] x) {
    for (int i = 0; i < size; i++) {
      double sum = i == unit ? 1 : 0;
      for (int k = 0; k < i; k++) {
        sum -= factor[i * size + k] * x[k];
      }
      x[i] = sum / factor[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < size; k++) {
        sum -= factor[k * size + i] * x[k];
      }
      x[i] = sum / factor[i * size + i];
    }
  }
}
