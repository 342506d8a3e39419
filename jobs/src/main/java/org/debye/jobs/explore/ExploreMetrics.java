package org.debye.jobs.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.debye.evaluation.transition.ChangePoint;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.PrincipalFactors;

/** What is kept of an exploration in its row of {@code sweep_results}. */
final class ExploreMetrics {
  private static final int LOADINGS = 10;
  private static final int FACTORS = 60;

  private ExploreMetrics() {}

  /** Single numbers by name. */
  static Map<String, Double> numbers(Explored found) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("components", (double) found.components());
    metrics.put("explained", found.axes().cumulative(found.components()));
    PrincipalFactors factors = found.factors();
    if (factors != null) {
      metrics.put("factors_by_indicator", (double) factors.byIndicator());
      metrics.put("factors_by_test", (double) factors.bySignificance(ExploreReport.LEVEL));
    }
    metrics.put("clusters", (double) found.clusters());
    metrics.put("gap_clusters", (double) found.gapClusters());
    metrics.put("graph_pieces", (double) found.embedding().pieces());
    put(metrics, "silhouette", found.silhouette());
    Explored.Agreement agreement = found.agreement();
    if (agreement != null) {
      metrics.put("mutual_information", agreement.information().nats());
      metrics.put("normalised_mutual_information", agreement.information().normalised());
      metrics.put("adjusted_mutual_information", agreement.information().adjusted());
      metrics.put("adjusted_rand", agreement.adjustedRand());
    }
    if (!found.series().isEmpty()) {
      metrics.put(
          "confidence",
          found.series().stream().mapToDouble(s -> s.confidence().value()).average().orElse(0));
    }
    return metrics;
  }

  /** Longer results by name. */
  static Map<String, double[]> arrays(Explored found, int points, double level) {
    Map<String, double[]> arrays = new TreeMap<>();
    PrincipalAxes axes = found.axes();
    double[] shares = new double[axes.count()];
    Arrays.setAll(shares, axes::share);
    arrays.put("explained_shares", shares);
    PrincipalFactors factors = found.factors();
    if (factors != null) {
      int most = Math.min(FACTORS, factors.most());
      arrays.put("factor_real_error", each(most, factors::realError));
      arrays.put("factor_indicator", each(most, factors::indicator));
      arrays.put("factor_significance", each(most, factors::significance));
    }
    if (!found.targets().isEmpty()) {
      arrays.put(
          "target_spoil", found.targets().stream().mapToDouble(t -> t.test().spoil()).toArray());
    }
    arrays.put("laplacian_eigenvalues", found.embedding().eigenvalues());
    arrays.put("mean", axes.mean());
    int kept = Math.min(LOADINGS, axes.count());
    arrays.put("loadings", Arrays.copyOf(axes.components(), kept * points));
    arrays.put("scores", axes.leadingScores(kept).values());
    if (!found.series().isEmpty()) {
      arrays.put(
          "confidences",
          found.series().stream().mapToDouble(s -> s.confidence().value()).toArray());
      arrays.put("boundaries", boundaries(found.series(), found.clusters()));
      arrays.put("change_mode", changes(found.series(), ChangePoint::mode));
      arrays.put("change_low", changes(found.series(), one -> one.low(level)));
      arrays.put("change_high", changes(found.series(), one -> one.high(level)));
    }
    if (!found.stability().isEmpty()) {
      arrays.put(
          "stability_components",
          found.stability().stream().mapToDouble(Stability::components).toArray());
      arrays.put(
          "stability_explained",
          found.stability().stream().mapToDouble(Stability::explained).toArray());
      arrays.put(
          "stability_confidence",
          found.stability().stream().mapToDouble(ExploreMetrics::confidence).toArray());
      arrays.put(
          "stability_boundaries",
          found.stability().stream()
              .flatMapToDouble(one -> Arrays.stream(boundaries(one.series(), found.clusters())))
              .toArray());
    }
    return arrays;
  }

  /** Of 1, 2 and so on factors. */
  private static double[] each(int most, IntToDoubleFunction of) {
    return IntStream.rangeClosed(1, most).mapToDouble(of).toArray();
  }

  /** Mean over the datasets. */
  static double confidence(Stability one) {
    return one.series().stream().mapToDouble(s -> s.confidence().value()).average().orElse(0);
  }

  /** Datasets x (clusters - 1), NaN where a dataset has fewer clusters. */
  static double[] boundaries(List<Series> series, int clusters) {
    double[] frames = new double[series.size() * (clusters - 1)];
    Arrays.fill(frames, Double.NaN);
    for (int s = 0; s < series.size(); s++) {
      Series one = series.get(s);
      for (int b = 0; b < one.boundaries().size(); b++) {
        frames[s * (clusters - 1) + b] = one.frame(one.boundaries().get(b).frame());
      }
    }
    return frames;
  }

  private static double[] changes(List<Series> series, ToDoubleFunction<ChangePoint> of) {
    List<Double> values = new ArrayList<>();
    for (Series one : series) {
      for (Optional<ChangePoint> change : one.changes()) {
        values.add(
            change.map(c -> (double) one.frame((int) of.applyAsDouble(c))).orElse(Double.NaN));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void put(Map<String, Double> metrics, String key, double value) {
    if (Double.isFinite(value)) {
      metrics.put(key, value);
    }
  }
}
