package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.debye.evaluation.classification.ClassScores.ClassMean;
import org.debye.jobs.report.Spread;
import org.debye.jobs.report.TextTable;

/**
 * Models that were trained again and again, as Table 7.1 of Sun's thesis: weighted precision and
 * recall of each dataset, averaged over the datasets of a group, mean and standard deviation over
 * runs.
 *
 * @param scores of all runs of all models
 * @param groups ids of the datasets of each, by name
 */
record RunTable(List<ModelScore> scores, Map<String, Set<String>> groups) {
  private static final String RUN = "/run-[0-9]+$";

  /** Whether there are runs of a model. */
  static boolean applies(List<ModelScore> scores) {
    return scores.stream().allMatch(score -> score.model().name().matches(".+" + RUN));
  }

  /** A line a model. */
  TextTable table() {
    Map<String, List<ModelScore>> byModel = new LinkedHashMap<>();
    for (ModelScore score : scores) {
      String name = score.model().name().replaceAll(RUN, "");
      byModel.computeIfAbsent(name, none -> new ArrayList<>()).add(score);
    }
    List<String> header = new ArrayList<>(List.of("model", "runs"));
    for (String group : groups.keySet()) {
      header.add(group + ", precision (%)");
      header.add(group + ", recall (%)");
    }
    List<List<String>> rows = new ArrayList<>();
    byModel.forEach(
        (name, runs) -> {
          List<String> row = new ArrayList<>(List.of(name, Integer.toString(runs.size())));
          for (Set<String> group : groups.values()) {
            row.add(text(runs, group, ClassMean::precision));
            row.add(text(runs, group, ClassMean::recall));
          }
          rows.add(row);
        });
    return new TextTable(
        "Weighted precision and recall, mean over datasets; mean and standard deviation over runs",
        header,
        rows);
  }

  private static String text(
      List<ModelScore> runs, Set<String> group, ToDoubleFunction<ClassMean> of) {
    double[] values =
        runs.stream().mapToDouble(run -> mean(run, group, of)).filter(Double::isFinite).toArray();
    return Spread.percent(values);
  }

  private static double mean(ModelScore run, Set<String> group, ToDoubleFunction<ClassMean> of) {
    List<Double> values = new ArrayList<>();
    for (DatasetScore one : run.datasets()) {
      if (one.scored() != null && group.contains(one.datasetId())) {
        values.add(of.applyAsDouble(one.scored().confusion().scores().weighted()));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
