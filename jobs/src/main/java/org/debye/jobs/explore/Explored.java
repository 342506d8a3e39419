package org.debye.jobs.explore;

import java.util.List;
import org.debye.evaluation.clustering.MutualInformation;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.PrincipalFactors;
import org.debye.exploration.SpectralEmbedding;
import org.debye.exploration.TargetTest;
import org.debye.spectra.mixing.Observations;
import org.jspecify.annotations.Nullable;

/**
 * What was found in some spectra.
 *
 * @param spectra as they were compared: normalised
 * @param factors of the same spectra about the origin, or null of fewer than three
 * @param targets spectra that these may be made of, tested; empty where none are named
 * @param components that are kept
 * @param gapClusters number of clusters by the largest gap, from one on
 * @param labels cluster of each spectrum, numbered from 0 in the order in which a series goes
 *     through them
 * @param clusters how many
 * @param silhouette of the scores
 * @param agreement with known labels, or null
 * @param series one for each dataset; empty where spectra do not follow one another
 * @param stability with other numbers of components; empty where it was not asked for
 */
record Explored(
    Observations spectra,
    PrincipalAxes axes,
    @Nullable PrincipalFactors factors,
    List<Target> targets,
    int components,
    SpectralEmbedding embedding,
    int gapClusters,
    int[] labels,
    int clusters,
    double silhouette,
    @Nullable Agreement agreement,
    List<Series> series,
    List<Stability> stability) {

  Explored {
    targets = List.copyOf(targets);
    series = List.copyOf(series);
    stability = List.copyOf(stability);
  }

  /**
   * A spectrum that others may be made of.
   *
   * @param given its P values, normalised as the others
   */
  record Target(String name, double[] given, TargetTest test) {}

  /** How clusters and known labels go together. */
  record Agreement(MutualInformation information, double adjustedRand) {}
}
