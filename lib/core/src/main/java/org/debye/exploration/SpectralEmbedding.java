package org.debye.exploration;

import java.util.Arrays;
import org.debye.numeric.LeadingEigenpairs;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;

/**
 * Laplacian eigenmaps (Belkin and Niyogi 2003) as scikit-learn's {@code spectral_embedding} with
 * {@code drop_first=False}: the vectors of the least eigenvalues of the symmetric normalised
 * Laplacian, each divided by the roots of the degrees, its component of largest magnitude positive.
 *
 * @param eigenvalues of the Laplacian, ascending, 0 to 2
 * @param maps one vector of N values for each eigenvalue
 * @param pieces of the graph: with more than one the vectors tell pieces apart, and no more
 */
public record SpectralEmbedding(double[] eigenvalues, double[][] maps, int pieces) {
  private static final double TOLERANCE = 1e-12;

  /**
   * Embeds.
   *
   * @param name of the points, for messages
   * @param count of eigenvalues, at most N
   */
  public static SpectralEmbedding of(
      String name, Observations points, Affinity affinity, int count, RandomStreams start) {
    AffinityGraph graph = affinity.graph(name, points);
    NormalisedGraph normalised = NormalisedGraph.of(graph);
    LeadingEigenpairs pairs = LeadingEigenpairs.of(normalised, count, -1, TOLERANCE, start);
    double[] eigenvalues =
        Arrays.stream(pairs.values()).map(value -> Math.max(0, 1 - value)).toArray();
    double[][] maps = new double[count][];
    for (int j = 0; j < count; j++) {
      double[] map = pairs.vectors()[j];
      double largest = 0;
      for (int i = 0; i < map.length; i++) {
        map[i] /= normalised.roots()[i];
        if (Math.abs(map[i]) > Math.abs(largest)) {
          largest = map[i];
        }
      }
      double sign = largest < 0 ? -1 : 1;
      maps[j] = Arrays.stream(map).map(value -> sign * value).toArray();
    }
    return new SpectralEmbedding(eigenvalues, maps, graph.pieces());
  }

  /** The first vectors as columns: N x count. */
  public Observations leading(int count) {
    int n = maps[0].length;
    double[] out = new double[n * count];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < count; j++) {
        out[i * count + j] = maps[j][i];
      }
    }
    return new Observations(n, count, out);
  }

  /**
   * The number of clusters after which the next eigenvalue is farthest away (von Luxburg 2007,
   * Stat. Comput. 17:395, section 8.3). Along a ramp without jumps eigenvalues grow like squares,
   * the gaps never end to grow, and the answer is the largest that is asked about.
   *
   * @param least number of clusters that counts, at least 1
   * @param most number, below the number of eigenvalues
   */
  public int clustersByGap(int least, int most) {
    int best = least;
    for (int k = least; k <= most; k++) {
      if (eigenvalues[k] - eigenvalues[k - 1] > eigenvalues[best] - eigenvalues[best - 1]) {
        best = k;
      }
    }
    return best;
  }
}
