package org.debye.exploration;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;

/**
 * k-means by Lloyd's iteration from k-means++ seeds (Arthur and Vassilvitskii 2007, with 2 + ln k
 * candidates a seed), the best of several starts, as scikit-learn's {@code k_means}: points about
 * their mean, at most 300 rounds, an end when labels stay or centres move by less than 1e-4 of the
 * mean variance, empty clusters moved to the farthest points.
 *
 * @param labels N, each 0 to k - 1
 * @param inertia sum of squared distances to the nearest centre
 */
public record KMeans(int[] labels, double inertia) {
  /** The best of some starts, each with its own stream. */
  public static KMeans of(Observations points, int clusters, int starts, RandomStreams streams) {
    if (clusters < 1 || clusters > points.count() || starts < 1) {
      throw new IllegalArgumentException(
          clusters + " clusters of " + points.count() + " points, " + starts + " starts");
    }
    Lloyd lloyd = Lloyd.about(points, clusters);
    KMeans best = null;
    for (int start = 0; start < starts; start++) {
      RandomStream stream = streams.at("k-means", start);
      KMeans found = lloyd.from(KMeansSeeds.drawn(lloyd.points(), clusters, stream));
      if (best == null
          || (found.inertia < best.inertia && !same(found.labels, best.labels, clusters))) {
        best = found;
      }
    }
    return java.util.Objects.requireNonNull(best);
  }

  /** Whether two labellings are one up to the numbers of the clusters. */
  static boolean same(int[] first, int[] second, int clusters) {
    int[] mapped = new int[clusters];
    Arrays.fill(mapped, -1);
    for (int i = 0; i < first.length; i++) {
      if (mapped[first[i]] < 0) {
        mapped[first[i]] = second[i];
      } else if (mapped[first[i]] != second[i]) {
        return false;
      }
    }
    return true;
  }
}
