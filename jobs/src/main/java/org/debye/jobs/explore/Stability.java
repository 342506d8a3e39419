package org.debye.jobs.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.evaluation.transition.ClassOrder;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.SpectralClustering;
import org.debye.jobs.scene.SceneInput;
import org.debye.spectra.mixing.Observations;

/**
 * Boundaries and confidence with another number of components (thesis, Fig 3.7).
 *
 * @param explained share of the variance that the components hold
 * @param series as {@link Explored#series}, without changes of scores
 */
record Stability(int components, double explained, List<Series> series) {
  /** From 55 to 99.99 % of the variance. */
  private static final double[] SHARES = {
    0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.993,
    0.995, 0.997, 0.999, 0.9995, 0.9999
  };

  Stability {
    series = List.copyOf(series);
  }

  /** For each distinct number of components that the shares ask for, at least two of them. */
  static List<Stability> of(
      SceneInput input, PrincipalAxes axes, int clusters, ExploreConfig config) {
    int[] counts =
        Arrays.stream(SHARES)
            .mapToInt(share -> Math.max(Math.min(2, axes.count()), axes.holding(share)))
            .distinct()
            .toArray();
    List<Stability> all = new ArrayList<>();
    for (int count : counts) {
      Observations scores = axes.leadingScores(count);
      SpectralClustering kernel = config.clustering().kernel(scores, config.seed());
      int[] labels = ClassOrder.of(kernel.labels(config.title(), scores, clusters)).ranks();
      all.add(new Stability(count, axes.cumulative(count), Series.ofLabels(input, labels)));
    }
    return all;
  }
}
