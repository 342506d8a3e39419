package org.debye.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and vectors of a symmetric matrix, largest first. The sign of each vector is fixed by
 * its component of largest magnitude, which is positive.
 *
 * @param size P
 * @param values P eigenvalues, descending
 * @param vectors P x P, row major: the vector of value j is row j
 */
public record SymmetricEigen(int size, double[] values, double[] vectors) {

  /**
   * All of a matrix.
   *
   * @param matrix P x P, row major, symmetric; not modified
   */
  public static SymmetricEigen of(double[] matrix, int size) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(size, size, matrix.clone()))) {
      throw new IllegalStateException("no eigenvalues of a symmetric matrix of " + size);
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                (a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[size];
    double[] vectors = new double[size * size];
    for (int j = 0; j < size; j++) {
      values[j] = eigen.getEigenvalue(order[j]).real;
      System.arraycopy(oriented(eigen.getEigenVector(order[j])), 0, vectors, j * size, size);
    }
    return new SymmetricEigen(size, values, vectors);
  }

  /** The first rows: leading vectors, count x P. */
  public double[] leading(int count) {
    return Arrays.copyOf(vectors, count * size);
  }

  private static double[] oriented(DMatrixRMaj vector) {
    double[] v = vector.getData().clone();
    double largest = 0;
    for (double component : v) {
      if (Math.abs(component) > Math.abs(largest) * (1 + 1e-12)) {
        largest = component;
      }
    }
    if (largest < 0) {
      for (int i = 0; i < v.length; i++) {
        v[i] = -v[i];
      }
    }
    return v;
  }
}
