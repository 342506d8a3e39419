package org.debye.jobs.explore;

import java.util.List;
import org.debye.evaluation.clustering.AdjustedRand;
import org.debye.evaluation.clustering.MutualInformation;
import org.debye.evaluation.clustering.Silhouette;
import org.debye.evaluation.transition.ClassOrder;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.PrincipalFactors;
import org.debye.exploration.SpectralClustering;
import org.debye.exploration.SpectralEmbedding;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.scene.SceneInput;
import org.debye.spectra.mixing.Observations;
import org.jspecify.annotations.Nullable;

/** Explores spectra as the keys say: components, clusters, boundaries. */
record Exploration(Console console, ExploreConfig config, SceneInput input) {

  /**
   * Runs to the end.
   *
   * @param known labels of the spectra, or null
   * @throws InputException where the spectra allow no answer
   */
  Explored run(int @Nullable [] known) {
    String name = config.title();
    Observations spectra = config.normalisation().of(name, input.scene().observations());
    console.progress("debye: principal components");
    PrincipalAxes axes = PrincipalAxes.of(name, spectra);
    PrincipalFactors factors = factors(name, spectra);
    int components = components(axes);
    Observations scores = axes.leadingScores(components);
    console.progress("debye: clusters from " + components + " components");
    SpectralClustering kernel = config.clustering().kernel(scores, config.seed());
    int most = config.clustering().most(spectra.count());
    SpectralEmbedding embedding = kernel.embedding(name, scores, most);
    int gap = embedding.clustersByGap(1, Math.min(most, embedding.eigenvalues().length - 1));
    boolean automatic = config.clustering().clusters().isAutomatic();
    int clusters = automatic ? Math.max(2, gapFromTwo(embedding, most)) : most;
    int[] labels = ClassOrder.of(kernel.labels(embedding, clusters)).ranks();
    boolean sequence = config.transition().sequence();
    List<Series> series =
        sequence ? Series.of(input, labels, scores, config.transition()) : List.of();
    return new Explored(
        spectra,
        axes,
        factors,
        factors == null ? List.of() : config.targets().test(config, input, factors),
        components,
        embedding,
        gap,
        labels,
        clusters,
        Silhouette.mean(scores, labels),
        known == null
            ? null
            : new Explored.Agreement(
                MutualInformation.of(known, labels), AdjustedRand.of(known, labels)),
        series,
        sequence && config.transition().stability() ? stability(axes, clusters) : List.of());
  }

  private static @Nullable PrincipalFactors factors(String name, Observations spectra) {
    boolean enough = Math.min(spectra.count(), spectra.dimensions()) >= 3;
    return enough ? PrincipalFactors.of(name, spectra) : null;
  }

  private static int gapFromTwo(SpectralEmbedding embedding, int most) {
    return embedding.clustersByGap(2, Math.min(most, embedding.eigenvalues().length - 1));
  }

  private List<Stability> stability(PrincipalAxes axes, int clusters) {
    console.progress("debye: clusters with other numbers of components");
    return Stability.of(input, axes, clusters, config);
  }

  private int components(PrincipalAxes axes) {
    Integer asked = config.components();
    if (asked == null) {
      return axes.holding(config.explained());
    }
    if (asked > axes.count()) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          config.title(),
          asked + " components are asked for, and there are " + axes.count(),
          "Set components to at most " + axes.count() + ".");
    }
    return asked;
  }
}
