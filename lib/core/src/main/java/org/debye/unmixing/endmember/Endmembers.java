package org.debye.unmixing.endmember;

import java.io.Serializable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Pure components as points of the measurement space.
 *
 * @param count K, at least 1
 * @param dimensions D of the space, at least 1
 * @param coordinates K x D, row major: endmember k at k * D
 * @param pixels which observation each endmember is, K indices; empty where the method does not
 *     pick observations
 */
public record Endmembers(int count, int dimensions, double[] coordinates, int[] pixels)
    implements Serializable {

  public Endmembers {
    if (count < 1 || dimensions < 1 || coordinates.length != count * dimensions) {
      throw new IllegalArgumentException(
          coordinates.length + " coordinates for " + count + " endmembers of " + dimensions);
    }
    if (pixels.length != 0 && pixels.length != count) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + count + " endmembers");
    }
  }

  /** Endmembers that are no observations. */
  public static Endmembers free(int count, int dimensions, double[] coordinates) {
    return new Endmembers(count, dimensions, coordinates, new int[0]);
  }

  /** Coordinate d of endmember k. */
  public double at(int k, int d) {
    return coordinates[k * dimensions + d];
  }

  /**
   * Volume of the simplex with the endmembers as corners, in K - 1 dimensions: sqrt(det(M M')) / (K
   * - 1)! with the rows of M the edges from the first corner.
   */
  public double volume() {
    int edges = count - 1;
    if (edges == 0) {
      return 1;
    }
    DMatrixRMaj m = new DMatrixRMaj(edges, dimensions);
    for (int k = 0; k < edges; k++) {
      for (int d = 0; d < dimensions; d++) {
        m.set(k, d, at(k + 1, d) - at(0, d));
      }
    }
    double factorial = 1;
    for (int k = 2; k <= edges; k++) {
      factorial *= k;
    }
    if (edges == dimensions) {
      return Math.abs(CommonOps_DDRM.det(m)) / factorial;
    }
    DMatrixRMaj gram = new DMatrixRMaj(edges, edges);
    CommonOps_DDRM.multTransB(m, m, gram);
    return Math.sqrt(Math.max(CommonOps_DDRM.det(gram), 0)) / factorial;
  }
}
