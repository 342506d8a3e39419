package org.debye.jobs.represent;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spark.representation.ClusteringOrder;
import org.jspecify.annotations.Nullable;

/** Keys of {@code clustering}: how well spectra and representations fall into clusters. */
public record ClusteringConfig(
    @Key(
            meaning =
                "How many clusters are made of each dataset's spectra and of their representations,"
                    + " in four ways (nearest neighbours and radial basis, k-means and discretise):"
                    + " none, labels (as many as its labels have classes), or a number.",
            byDefault = "none")
        ClusterCount clusters,
    @Key(
            meaning = "Of nearest neighbours: how many, a spectrum itself among them.",
            unit = "spectra",
            byDefault = "10")
        int neighbours,
    @Key(
            meaning =
                "Of the radial basis exp(-gamma d^2); when left out, 1 over the number of"
                    + " coordinates times their variance.",
            unit = "1/coordinate^2")
        @Nullable Double gamma,
    @Key(meaning = "Starts of k-means.", unit = "starts", byDefault = "10") int starts) {

  public ClusteringConfig {
    InvalidValue.unless(
        neighbours >= 2, "neighbours", neighbours + " is below 2", "Write 10, for example.");
    InvalidValue.unless(
        gamma == null || gamma > 0, "gamma", gamma + " is not above 0", "Leave it out.");
    InvalidValue.unless(starts >= 1, "starts", starts + " is below 1", "Write 10.");
  }

  ClusteringOrder order(int count, ClusteringOrder.Way way, long seed) {
    return new ClusteringOrder(count, way, neighbours, gamma, starts, seed);
  }
}
