package org.debye.jobs.unmix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.debye.spark.table.EndmemberRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.unmixing.scene.SceneDiagnostics;
import org.debye.unmixing.scene.SceneFlag;

/**
 * What is shown of a fit and kept in its row of {@code sweep_results}: of one just made, or of one
 * that an earlier run has made.
 *
 * @param method as configurations name it
 * @param names of the endmembers
 * @param metrics by {@link Metric#key}
 * @param arrays by {@link Metric#key}, an entry for each endmember
 * @param warnings what a reader must know
 */
record FitSummary(
    String method,
    List<String> names,
    Map<String, Double> metrics,
    Map<String, double[]> arrays,
    List<String> warnings) {
  private static final String BETWEEN_WARNINGS = "; ";

  /** Numbers of a fit, those of endmembers first. */
  enum Metric {
    MEAN_ABUNDANCE,
    ANGLE,
    ANGLE_Q05,
    ANGLE_Q95,
    MEAN_ANGLE,
    MEAN_ANGLE_Q05,
    MEAN_ANGLE_Q95,
    ABUNDANCE_RMSE,
    VARIANCE_KEPT,
    STARTS,
    STARTS_IN_MODE,
    R_HAT,
    LEAST_ESS,
    DIVERGENCES,
    CPU_SECONDS;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  FitSummary {
    names = List.copyOf(names);
    metrics = Map.copyOf(metrics);
    arrays = new TreeMap<>(arrays);
    warnings = List.copyOf(warnings);
  }

  /** Of a fit just made. */
  static FitSummary of(FoundScene found) {
    Map<String, Double> metrics = new TreeMap<>();
    Map<String, double[]> arrays = new TreeMap<>();
    List<String> names = new ArrayList<>();
    int k = found.result().endmembers().size();
    for (int i = 0; i < k; i++) {
      names.add(found.name(i));
    }
    arrays.put(Metric.MEAN_ABUNDANCE.key(), meanAbundances(found, k));
    metrics.put(Metric.VARIANCE_KEPT.key(), found.result().explained());
    score(found, metrics, arrays);
    if (found.result().diagnostics() instanceof SceneDiagnostics.Posterior posterior) {
      metrics.put(Metric.STARTS.key(), (double) posterior.starts());
      metrics.put(Metric.STARTS_IN_MODE.key(), (double) posterior.startsKept());
      metrics.put(Metric.R_HAT.key(), posterior.worstRHat());
      metrics.put(Metric.LEAST_ESS.key(), posterior.leastEffective());
      metrics.put(Metric.DIVERGENCES.key(), (double) posterior.divergences());
      metrics.put(Metric.CPU_SECONDS.key(), posterior.cpuSeconds());
    }
    List<String> warnings = found.result().flags().stream().map(SceneFlag::message).toList();
    return new FitSummary(FoundScene.methodName(found.method()), names, metrics, arrays, warnings);
  }

  /** Of an earlier run's. */
  static FitSummary of(SweepResultRow row, List<EndmemberRow> endmembers) {
    List<String> names =
        endmembers.stream()
            .map(one -> one.name() == null ? FoundScene.number(one.endmember()) : one.name())
            .toList();
    SweepResultRow.Problem problem = row.problem();
    return new FitSummary(
        row.parameters().getOrDefault("method", "-"),
        names,
        row.metrics(),
        row.arrays(),
        problem == null ? List.of() : List.of(problem.message().split(BETWEEN_WARNINGS)));
  }

  /** All warnings on a line. */
  String warning() {
    return warnings.stream().collect(Collectors.joining(BETWEEN_WARNINGS));
  }

  /** NaN where there is none. */
  double metric(Metric metric) {
    return metrics.getOrDefault(metric.key(), Double.NaN);
  }

  /** Of one endmember; NaN where there is none. */
  double metric(Metric metric, int endmember) {
    double[] values = arrays.get(metric.key());
    return values == null ? Double.NaN : values[endmember];
  }

  private static void score(
      FoundScene found, Map<String, Double> metrics, Map<String, double[]> arrays) {
    SceneScore score = found.score();
    if (score == null) {
      return;
    }
    arrays.put(Metric.ANGLE.key(), score.angles());
    metrics.put(Metric.MEAN_ANGLE.key(), score.meanAngle());
    metrics.put(Metric.ABUNDANCE_RMSE.key(), score.abundanceError());
    if (score.low().length > 0) {
      arrays.put(Metric.ANGLE_Q05.key(), score.low());
      arrays.put(Metric.ANGLE_Q95.key(), score.high());
      metrics.put(Metric.MEAN_ANGLE_Q05.key(), score.meanLow());
      metrics.put(Metric.MEAN_ANGLE_Q95.key(), score.meanHigh());
    }
  }

  private static double[] meanAbundances(FoundScene found, int k) {
    double[] shares = found.result().abundances().mean();
    double[] means = new double[k];
    for (int at = 0; at < shares.length; at++) {
      means[at % k] += shares[at] * k / shares.length;
    }
    return means;
  }
}
