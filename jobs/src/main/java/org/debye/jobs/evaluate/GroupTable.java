package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.jobs.report.TextTable;

/**
 * Accuracy of each model on each dataset, the means over groups of datasets, and over all: Table
 * 6.1 of Sun's thesis. A mean counts every dataset once, however many frames it has.
 *
 * @param groups ids of the datasets of each, by name
 */
record GroupTable(List<ModelScore> scores, Map<String, Set<String>> groups) {
  private static final String NONE = "-";

  /** A row for each model. */
  TextTable table() {
    Map<String, String> names = new TreeMap<>();
    scores.forEach(
        score -> score.datasets().forEach(one -> names.put(one.datasetId(), one.name())));
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(names.values());
    groups.keySet().forEach(group -> header.add("mean of " + group));
    header.add("mean of all");
    List<List<String>> rows = new ArrayList<>();
    for (ModelScore score : scores) {
      Map<String, Double> accuracies = accuracies(score);
      List<String> row = new ArrayList<>(List.of(score.model().name()));
      names.keySet().forEach(id -> row.add(percent(accuracies.getOrDefault(id, Double.NaN))));
      groups.values().forEach(members -> row.add(percent(mean(accuracies, members))));
      row.add(percent(mean(accuracies, names.keySet())));
      rows.add(row);
    }
    return new TextTable("Accuracy by dataset (%)", header, rows);
  }

  private static Map<String, Double> accuracies(ModelScore score) {
    Map<String, Double> accuracies = new TreeMap<>();
    for (DatasetScore one : score.datasets()) {
      if (one.scored() != null) {
        accuracies.put(one.datasetId(), one.scored().confusion().accuracy());
      }
    }
    return accuracies;
  }

  /** NaN where none of them is scored. */
  private static double mean(Map<String, Double> accuracies, Set<String> ids) {
    double sum = 0;
    int count = 0;
    for (String id : ids) {
      Double one = accuracies.get(id);
      if (one != null) {
        sum += one;
        count++;
      }
    }
    return sum / count;
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f", 100 * share);
  }
}
