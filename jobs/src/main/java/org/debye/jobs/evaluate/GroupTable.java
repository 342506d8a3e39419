package org.debye.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.debye.jobs.report.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy of each model on each dataset, the means over groups of datasets, and over all: Table
 * 6.1 of Sun's thesis. A mean counts every dataset once, however many frames it has.
 *
 * @param groups names of datasets by the name of the group
 */
record GroupTable(Map<String, List<String>> groups) {
  private static final String NONE = "-";
  private static final String FORM = "[^=+]+=[^=+]+(\\+[^=+]+)*";

  GroupTable {
    groups = new LinkedHashMap<>(groups);
  }

  /** Of texts such as {@code FeO=D8+D9}; null where one is not of this form. */
  static @Nullable GroupTable parse(List<String> texts) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (String text : texts) {
      if (!text.matches(FORM)) {
        return null;
      }
      int end = text.indexOf('=');
      groups.put(text.substring(0, end), Arrays.asList(text.substring(end + 1).split("\\+", -1)));
    }
    return new GroupTable(groups);
  }

  /** A row for each model. */
  TextTable of(List<ModelScore> scores) {
    TreeSet<String> names = new TreeSet<>();
    scores.forEach(score -> score.datasets().forEach(one -> names.add(one.name())));
    List<String> header = new ArrayList<>(List.of("model"));
    header.addAll(names);
    groups.keySet().forEach(group -> header.add("mean of " + group));
    header.add("mean of all");
    List<List<String>> rows = new ArrayList<>();
    for (ModelScore score : scores) {
      Map<String, Double> accuracies = accuracies(score);
      List<String> row = new ArrayList<>(List.of(score.model().name()));
      names.forEach(name -> row.add(percent(accuracies.getOrDefault(name, Double.NaN))));
      groups.values().forEach(members -> row.add(percent(mean(accuracies, members))));
      row.add(percent(mean(accuracies, names)));
      rows.add(row);
    }
    return new TextTable("Accuracy by dataset (%)", header, rows);
  }

  private static Map<String, Double> accuracies(ModelScore score) {
    Map<String, Double> accuracies = new TreeMap<>();
    for (DatasetScore one : score.datasets()) {
      if (one.scored() != null) {
        accuracies.put(one.name(), one.scored().confusion().accuracy());
      }
    }
    return accuracies;
  }

  /** NaN where none of them is scored. */
  private static double mean(Map<String, Double> accuracies, Iterable<String> names) {
    double sum = 0;
    int count = 0;
    for (String name : names) {
      Double one = accuracies.get(name);
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
