package org.debye.jobs.explore;

import org.debye.exploration.Affinity;
import org.debye.exploration.Partition;
import org.debye.exploration.SpectralClustering;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.mixing.Observations;
import org.jspecify.annotations.Nullable;

/** Keys of {@code clustering}: how spectra are put together. */
public record ClusteringConfig(
    @Key(
            meaning = "Number of clusters; or auto, for that of the largest gap of eigenvalues.",
            byDefault = "2")
        ClusterChoice clusters,
    @Key(meaning = "The most that auto considers.", unit = "clusters", byDefault = "10")
        int mostClusters,
    @Key(
            meaning =
                "What connects spectra: nearest-neighbours, sparse, for any number of spectra; or"
                    + " radial-basis, a full matrix, for up to 10,000.",
            byDefault = "nearest-neighbours")
        AffinityKind affinity,
    @Key(
            meaning = "Of nearest-neighbours: how many, a spectrum itself among them.",
            unit = "spectra",
            byDefault = "10")
        int neighbours,
    @Key(
            meaning =
                "Of radial-basis: exp(-gamma d^2); 1 over the number of components and the variance"
                    + " of the scores when left out.",
            unit = "1/intensity^2")
        @Nullable Double gamma,
    @Key(
            meaning = "How the embedding becomes clusters: k-means or discretise.",
            byDefault = "k-means")
        Partition partition,
    @Key(meaning = "Starts of k-means.", unit = "starts", byDefault = "10") int starts) {

  public ClusteringConfig {
    InvalidValue.unless(
        neighbours >= 2, "neighbours", neighbours + " is below 2", "Write 10, for example.");
    InvalidValue.unless(
        gamma == null || gamma > 0, "gamma", gamma + " is not above 0", "Leave it out.");
    InvalidValue.unless(starts >= 1, "starts", starts + " is below 1", "Write 10.");
    InvalidValue.unless(
        mostClusters >= 2 && mostClusters <= 100,
        "mostClusters",
        mostClusters + " is not within 2 and 100",
        "Write 10, for example.");
  }

  /** The most clusters that can come out for so many points. */
  int most(int points) {
    return clusters.isAutomatic()
        ? Math.min(mostClusters, Math.max(2, points - 1))
        : clusters.known();
  }

  /** The kernel for some points. */
  SpectralClustering kernel(Observations points, long seed) {
    Affinity chosen =
        switch (affinity) {
          case NEAREST_NEIGHBOURS -> new Affinity.NearestNeighbours(neighbours);
          case RADIAL_BASIS ->
              gamma == null ? Affinity.RadialBasis.scale(points) : new Affinity.RadialBasis(gamma);
        };
    return new SpectralClustering(chosen, partition, starts, seed);
  }
}
