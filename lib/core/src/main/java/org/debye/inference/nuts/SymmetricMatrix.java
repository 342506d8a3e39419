package org.debye.inference.nuts;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Powers and means of symmetric positive definite matrices, by eigenvalues.
 *
 * @param values eigenvalues
 * @param vectors eigenvectors, as columns
 */
record SymmetricMatrix(double[] values, DMatrixRMaj vectors) {
  private static final double SMALLEST = 1e-12;

  static SymmetricMatrix of(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, true, true);
    if (!decomposition.decompose(matrix.copy())) {
      throw new ArithmeticException("no eigenvalues of a matrix of " + n + " rows");
    }
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      values[k] = decomposition.getEigenvalue(k).real;
      DMatrixRMaj vector = decomposition.getEigenVector(k);
      for (int i = 0; i < n; i++) {
        vectors.data[i * n + k] = vector.data[i];
      }
    }
    return new SymmetricMatrix(values, vectors);
  }

  /** A positive eigenvalue lost to rounding counts as 1e-12 of the largest. */
  DMatrixRMaj power(double exponent) {
    int n = values.length;
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    DMatrixRMaj scaled = vectors.copy();
    for (int k = 0; k < n; k++) {
      double factor = Math.pow(Math.max(values[k], SMALLEST * largest), exponent);
      for (int i = 0; i < n; i++) {
        scaled.data[i * n + k] *= factor;
      }
    }
    DMatrixRMaj power = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multTransB(scaled, vectors, power);
    return power;
  }

  /**
   * The matrix M with M B M = A: the geodesic mean A # B^-1 = B^-1/2 (B^1/2 A B^1/2)^1/2 B^-1/2.
   * For the covariances of draws and of gradients, the covariance of the normal that is nearest in
   * Fisher divergence.
   */
  static DMatrixRMaj geodesicMean(DMatrixRMaj a, DMatrixRMaj b) {
    SymmetricMatrix eigen = of(b);
    DMatrixRMaj middle = of(sandwich(eigen.power(0.5), a)).power(0.5);
    return sandwich(eigen.power(-0.5), middle);
  }

  /** R A R for symmetric R. */
  private static DMatrixRMaj sandwich(DMatrixRMaj outer, DMatrixRMaj inner) {
    DMatrixRMaj left = new DMatrixRMaj(outer.numRows, outer.numRows);
    CommonOps_DDRM.mult(outer, inner, left);
    DMatrixRMaj product = new DMatrixRMaj(outer.numRows, outer.numRows);
    CommonOps_DDRM.mult(left, outer, product);
    return product;
  }
}
