package org.debye.exploration;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;
import tagbio.umap.Umap;
import tagbio.umap.metric.EuclideanMetric;

/**
 * A map in which neighbours stay neighbours: uniform manifold approximation and projection, UMAP
 * (McInnes, Healy and Melville 2018, arXiv:1802.03426), by umap-java, of Euclidean distances.
 * Differs from the authors' program: it begins from places drawn at random, where theirs begins
 * from the graph's eigenvectors, so that a long course may lie there in pieces.
 *
 * <p>To look at, not to measure by: distances between groups, their sizes and their densities mean
 * little. The same seed gives the same map. O(N^2 D) time and 4 N^2 bytes up to 4,096 points.
 *
 * @param neighbours that a point keeps, itself among them; of fewer points all of them
 * @param minimumDistance between points of the map, about
 */
public record UniformManifoldMap(int neighbours, double minimumDistance, long seed) {
  private static final int FEWEST = 4;

  /** Checks the ranges. */
  public UniformManifoldMap {
    if (neighbours < 2 || !(minimumDistance >= 0 && minimumDistance < 1)) {
      throw new IllegalArgumentException(
          neighbours + " neighbours, minimum distance " + minimumDistance);
    }
  }

  /**
   * The map of some points.
   *
   * @param name of the points, for messages
   * @return N x 2
   * @throws InputException where there are fewer than four
   */
  public Observations of(String name, Observations points) {
    int n = points.count();
    if (n < FEWEST) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          name,
          n + " spectra make no map",
          "Leave the dataset out, or set figures=false.");
    }
    Umap umap =
        new Umap()
            .setMetric(EuclideanMetric.SINGLETON)
            .setNumberComponents(2)
            .setNumberNearestNeighbours(Math.min(neighbours, n - 1))
            .setMinDist((float) minimumDistance)
            .setThreads(1)
            .setSeed(seed);
    float[][] places = umap.fitTransform(rows(points));
    double[] values = new double[2 * n];
    for (int i = 0; i < n; i++) {
      values[2 * i] = places[i][0];
      values[2 * i + 1] = places[i][1];
    }
    return new Observations(n, 2, values);
  }

  private static float[][] rows(Observations points) {
    int d = points.dimensions();
    float[][] rows = new float[points.count()][d];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < d; j++) {
        rows[i][j] = (float) points.values()[i * d + j];
      }
    }
    return rows;
  }
}
