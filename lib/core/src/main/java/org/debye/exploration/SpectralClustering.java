package org.debye.exploration;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;

/**
 * Spectral clustering by the symmetric normalised Laplacian (Shi and Malik 2000; von Luxburg 2007,
 * with rows of the random walk's eigenvectors) as scikit-learn 1.2.1's {@code SpectralClustering}.
 * Random draws differ from numpy's, so labels agree up to their numbers wherever the best of the
 * starts is the same partition.
 *
 * @param affinity between points
 * @param partition of the embedding
 * @param starts of k-means, scikit-learn's default 10
 * @param seed of all randomness
 */
public record SpectralClustering(Affinity affinity, Partition partition, int starts, long seed) {

  public SpectralClustering {
    if (starts < 1) {
      throw new IllegalArgumentException(starts + " starts");
    }
  }

  /**
   * The embedding from which clusters are made.
   *
   * @param name of the points, for messages
   * @param points N x D
   * @param most clusters that will be asked for; one eigenvalue more is found where there is one
   * @throws InputException TOO_FEW_SPECTRA fewer points than clusters or neighbours
   */
  public SpectralEmbedding embedding(String name, Observations points, int most) {
    requireEnough(name, points.count(), most);
    int count = Math.min(points.count(), most + 1);
    return SpectralEmbedding.of(name, points, affinity, count, streams().under("embedding"));
  }

  /** Labels 0 to clusters - 1 from an embedding of at least as many vectors. */
  public int[] labels(SpectralEmbedding embedding, int clusters) {
    return partition.labels(embedding.leading(clusters), starts, streams());
  }

  /** Both at once. */
  public int[] labels(String name, Observations points, int clusters) {
    return labels(embedding(name, points, clusters), clusters);
  }

  private RandomStreams streams() {
    return RandomStreams.of(seed).under("spectral clustering");
  }

  private static void requireEnough(String name, int points, int clusters) {
    if (clusters < 1) {
      throw new IllegalArgumentException(clusters + " clusters");
    }
    if (points < Math.max(2, clusters)) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          name,
          clusters + " clusters of " + points + (points == 1 ? " spectrum" : " spectra"),
          "Ask for fewer clusters, or give more spectra.");
    }
  }
}
