package org.debye.inference.nuts;

/** The lower factor L of a small matrix A = L L'. */
final class Cholesky {
  private Cholesky() {}

  /**
   * @param matrix n x n, row major; its lower half is read
   * @return L, n x n, row major, zero above the diagonal
   * @throws ArithmeticException where the matrix is not positive definite
   */
  static double[] factor(double[] matrix, int n) {
    double[] factor = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * n + k] * factor[j * n + k];
        }
        if (i != j) {
          factor[i * n + j] = sum / factor[j * n + j];
        } else if (sum > 0) {
          factor[i * n + i] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException("not positive definite: pivot " + i + " is " + sum);
        }
      }
    }
    return factor;
  }

  /** Whether a matrix has a factor. */
  static boolean positive(double[] matrix, int n) {
    try {
      factor(matrix, n);
      return true;
    } catch (ArithmeticException notPositive) {
      return false;
    }
  }

  /** Solves L x = b in place. */
  static void solve(double[] factor, int n, double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int k = 0; k < i; k++) {
        sum -= factor[i * n + k] * b[k];
      }
      b[i] = sum / factor[i * n + i];
    }
  }

  /** Solves L' x = b in place. */
  static void solveTransposed(double[] factor, int n, double[] b) {
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int k = i + 1; k < n; k++) {
        sum -= factor[k * n + i] * b[k];
      }
      b[i] = sum / factor[i * n + i];
    }
  }
}
