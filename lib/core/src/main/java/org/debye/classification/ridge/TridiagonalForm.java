package org.debye.classification.ridge;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.TridiagonalSimilarDecomposition_F64;

/**
 * A symmetric matrix as Q T Q' with T tridiagonal: then (A + a I)^-1 = Q (T + a I)^-1 Q' for every
 * shift a costs as much as a product with Q, without eigenvalues (Elden 1977, BIT 17:134, does the
 * same with a bidiagonal form).
 */
final class TridiagonalForm {
  private final int size;
  private final double[] turned; // Q', row major
  private final double[] diagonal;
  private final double[] beside;

  private TridiagonalForm(int size, double[] turned, double[] diagonal, double[] beside) {
    this.size = size;
    this.turned = turned;
    this.diagonal = diagonal;
    this.beside = beside;
  }

  /**
   * Of a positive semidefinite matrix.
   *
   * @param matrix size x size; overwritten
   */
  static TridiagonalForm of(double[] matrix, int size) {
    if (size == 1) {
      return new TridiagonalForm(1, new double[] {1}, new double[] {matrix[0]}, new double[0]);
    }
    TridiagonalSimilarDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.tridiagonal(size);
    if (!decomposition.decompose(DMatrixRMaj.wrap(size, size, matrix))) {
      throw new IllegalStateException("no tridiagonal form of a symmetric matrix of " + size);
    }
    double[] diagonal = new double[size];
    double[] beside = new double[size];
    decomposition.getDiagonal(diagonal, beside);
    return new TridiagonalForm(size, decomposition.getQ(null, true).getData(), diagonal, beside);
  }

  int size() {
    return size;
  }

  /** Q'b: size values a column, column t of b at t, T apart; the result likewise. */
  double[] turn(double[] b, int columns) {
    double[] out = new double[size * columns];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double q = turned[i * size + j];
        for (int t = 0; t < columns; t++) {
          out[i * columns + t] += q * b[j * columns + t];
        }
      }
    }
    return out;
  }

  /** Q b, the way back. */
  double[] back(double[] b, int columns) {
    double[] out = new double[size * columns];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double q = turned[i * size + j];
        for (int t = 0; t < columns; t++) {
          out[j * columns + t] += q * b[i * columns + t];
        }
      }
    }
    return out;
  }

  /** T + shift as L D L'. */
  Factor factor(double shift) {
    double[] pivot = new double[size];
    double[] below = new double[size];
    pivot[0] = diagonal[0] + shift;
    for (int i = 1; i < size; i++) {
      below[i] = beside[i - 1] / pivot[i - 1];
      pivot[i] = diagonal[i] + shift - below[i] * beside[i - 1];
    }
    return new Factor(pivot, below);
  }

  /** Diagonal of (A + shift I)^-1. */
  double[] inverseDiagonal(Factor factor) {
    return factor.quadratic(turned, size);
  }

  /**
   * L and D of a shifted tridiagonal matrix.
   *
   * @param pivot D
   * @param below entries of L beside its diagonal; the first is 0
   */
  record Factor(double[] pivot, double[] below) {

    /** Solves L D L' x = b in place, columns side by side. */
    void solve(double[] b, int columns) {
      int size = pivot.length;
      for (int i = 1; i < size; i++) {
        for (int t = 0; t < columns; t++) {
          b[i * columns + t] -= below[i] * b[(i - 1) * columns + t];
        }
      }
      for (int i = 0; i < size; i++) {
        for (int t = 0; t < columns; t++) {
          b[i * columns + t] /= pivot[i];
        }
      }
      for (int i = size - 2; i >= 0; i--) {
        for (int t = 0; t < columns; t++) {
          b[i * columns + t] -= below[i + 1] * b[(i + 1) * columns + t];
        }
      }
    }

    /**
     * b' (T + shift)^-1 b of each column of b, all at once.
     *
     * @param b size x columns, row major
     */
    double[] quadratic(double[] b, int columns) {
      double[] last = new double[columns];
      double[] sum = new double[columns];
      for (int i = 0; i < pivot.length; i++) {
        addRow(b, i * columns, below[i], 1 / pivot[i], last, sum);
      }
      return sum;
    }

    private static void addRow(
        double[] b, int row, double below, double inverse, double[] last, double[] sum) {
      for (int j = 0; j < last.length; j++) {
        double value = b[row + j] - below * last[j];
        last[j] = value;
        sum[j] += value * value * inverse;
      }
    }
  }
}
