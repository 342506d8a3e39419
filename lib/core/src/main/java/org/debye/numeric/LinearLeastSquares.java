package org.debye.numeric;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/** Least squares of few columns, by EJML's Householder decomposition. Immutable. */
public final class LinearLeastSquares {
  private static final double DEPENDENT = 1e-10;

  private final DMatrixRMaj basis; // N x K, orthonormal
  private final DMatrixRMaj triangle; // K x K, upper
  private final int dependent;

  private LinearLeastSquares(DMatrixRMaj basis, DMatrixRMaj triangle, int dependent) {
    this.basis = basis;
    this.triangle = triangle;
    this.dependent = dependent;
  }

  /**
   * Takes the columns.
   *
   * @param columns K of N each, K at most N; not modified
   */
  public static LinearLeastSquares of(double[][] columns) {
    if (columns.length == 0) {
      return new LinearLeastSquares(new DMatrixRMaj(0, 0), new DMatrixRMaj(0, 0), -1);
    }
    DMatrixRMaj matrix = new DMatrixRMaj(columns[0].length, columns.length);
    for (int k = 0; k < columns.length; k++) {
      for (int i = 0; i < matrix.numRows; i++) {
        matrix.set(i, k, columns[k][i]);
      }
    }
    QRDecompositionHouseholderColumn_DDRM qr = new QRDecompositionHouseholderColumn_DDRM();
    if (!qr.decompose(matrix)) {
      throw new IllegalArgumentException("columns with values that are not finite");
    }
    DMatrixRMaj triangle = qr.getR(null, true);
    return new LinearLeastSquares(qr.getQ(null, true), triangle, dependent(columns, triangle));
  }

  private static int dependent(double[][] columns, DMatrixRMaj triangle) {
    for (int k = 0; k < columns.length; k++) {
      double squares = 0;
      for (double value : columns[k]) {
        squares += value * value;
      }
      if (!(Math.abs(triangle.get(k, k)) > DEPENDENT * Math.sqrt(squares))) {
        return k;
      }
    }
    return -1;
  }

  /** The first column that is a sum of those before it, to 1e-10 of its length; -1 for none. */
  public int dependent() {
    return dependent;
  }

  /** K coefficients that leave the least sum of squares. */
  public double[] solve(double[] y) {
    return basis.numCols == 0
        ? new double[0]
        : backwards(shares(DMatrixRMaj.wrap(y.length, 1, y))).data;
  }

  /** What no sum of columns can make of a vector. */
  public double[] remainder(double[] y) {
    DMatrixRMaj left = DMatrixRMaj.wrap(y.length, 1, y.clone());
    for (int twice = 0; basis.numCols > 0 && twice < 2; twice++) {
      CommonOps_DDRM.multAdd(-1, basis, shares(left), left);
    }
    return left.data;
  }

  /** (A'A)^-1, K x K, row major: the covariance of the coefficients for errors of variance 1. */
  public double[] inverseProducts() {
    DMatrixRMaj inverse = backwards(CommonOps_DDRM.identity(basis.numCols));
    DMatrixRMaj products = new DMatrixRMaj(basis.numCols, basis.numCols);
    CommonOps_DDRM.multTransB(inverse, inverse, products);
    return products.data;
  }

  private DMatrixRMaj shares(DMatrixRMaj y) {
    DMatrixRMaj shares = new DMatrixRMaj(basis.numCols, 1);
    CommonOps_DDRM.multTransA(basis, y, shares);
    return shares;
  }

  /** Solves in the place of the right side. */
  private DMatrixRMaj backwards(DMatrixRMaj right) {
    int count = triangle.numCols;
    TriangularSolver_DDRM.solveU(
        triangle.data, 0, count, count, right.data, 0, right.numCols, right.numCols);
    return right;
  }
}
