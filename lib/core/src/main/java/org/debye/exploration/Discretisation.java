package org.debye.exploration;

import org.debye.spectra.mixing.Observations;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * The partition matrix that is nearest to a rotation of the embedding (Yu and Shi 2003, Multiclass
 * spectral clustering, ICCV, section 4), as scikit-learn's {@code discretize}: an optimal partition
 * for a rotation and an optimal rotation for a partition in turn, until the objective stays or for
 * twenty rounds. Begins from one row and the rows that are most nearly at right angles to it.
 */
final class Discretisation {
  private static final int MOST_ROUNDS = 20;

  private final int count;
  private final int size;
  private final double[] rows;

  private Discretisation(Observations maps) {
    count = maps.count();
    size = maps.dimensions();
    rows = normalised(maps);
  }

  /**
   * Labels 0 to K - 1.
   *
   * @param maps N x K
   * @param first row that the first rotation starts with
   */
  static int[] labels(Observations maps, int first) {
    return new Discretisation(maps).partition(first);
  }

  private int[] partition(int first) {
    DMatrixRMaj rotation = rotation(first);
    double before = 0;
    for (int round = 1; ; round++) {
      int[] labels = largest(rotation);
      SingularValueDecomposition_F64<DMatrixRMaj> svd =
          DecompositionFactory_DDRM.svd(size, size, true, true, true);
      if (!svd.decompose(overlap(labels))) {
        throw new IllegalStateException("no singular values of a partition of " + count);
      }
      double sum = 0;
      for (int k = 0; k < size; k++) {
        sum += svd.getSingularValues()[k];
      }
      double objective = 2 * (count - sum);
      if (Math.abs(objective - before) < Math.ulp(1.0) || round > MOST_ROUNDS) {
        return labels;
      }
      before = objective;
      DMatrixRMaj turned = new DMatrixRMaj(size, size);
      CommonOps_DDRM.multTransB(svd.getV(null, false), svd.getU(null, false), turned);
      rotation = turned;
    }
  }

  /** Columns of length sqrt(N), pointing away from the first row; then rows of length 1. */
  private static double[] normalised(Observations maps) {
    int n = maps.count();
    int k = maps.dimensions();
    double[] x = maps.values().clone();
    for (int j = 0; j < k; j++) {
      double square = 0;
      for (int i = 0; i < n; i++) {
        square += x[i * k + j] * x[i * k + j];
      }
      double factor = Math.sqrt(n / square) * (x[j] > 0 ? -1 : 1);
      for (int i = 0; i < n; i++) {
        x[i * k + j] *= factor;
      }
    }
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < k; j++) {
        square += x[i * k + j] * x[i * k + j];
      }
      for (int j = 0; j < k && square > 0; j++) {
        x[i * k + j] /= Math.sqrt(square);
      }
    }
    return x;
  }

  private DMatrixRMaj rotation(int first) {
    DMatrixRMaj rotation = new DMatrixRMaj(size, size);
    double[] along = new double[count];
    int row = first;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        rotation.set(k, j, rows[row * size + k]);
      }
      int least = 0;
      for (int i = 0; i < count; i++) {
        double product = 0;
        for (int k = 0; k < size; k++) {
          product += rows[i * size + k] * rows[row * size + k];
        }
        along[i] += Math.abs(product);
        least = along[i] < along[least] ? i : least;
      }
      row = least;
    }
    return rotation;
  }

  private int[] largest(DMatrixRMaj rotation) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += rows[i * size + k] * rotation.get(k, j);
        }
        if (sum > most) {
          most = sum;
          labels[i] = j;
        }
      }
    }
    return labels;
  }

  /** Sums of the rows of each label: K x K. */
  private DMatrixRMaj overlap(int[] labels) {
    DMatrixRMaj sums = new DMatrixRMaj(size, size);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < size; k++) {
        sums.add(labels[i], k, rows[i * size + k]);
      }
    }
    return sums;
  }
}
