package org.debye.exploration;

import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;

/** How points of the embedding become clusters. */
public enum Partition {
  /** {@link KMeans}. */
  K_MEANS,
  /** {@link Discretisation}. */
  DISCRETISE;

  /**
   * Labels 0 to clusters - 1, one for each point.
   *
   * @param maps N x clusters
   * @param starts of k-means
   */
  int[] labels(Observations maps, int starts, RandomStreams streams) {
    return switch (this) {
      case K_MEANS -> KMeans.of(maps, maps.dimensions(), starts, streams).labels();
      case DISCRETISE ->
          Discretisation.labels(maps, (int) (streams.at("discretise").nextDouble() * maps.count()));
    };
  }
}
