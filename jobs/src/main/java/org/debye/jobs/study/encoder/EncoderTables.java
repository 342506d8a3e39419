package org.debye.jobs.study.encoder;

import static org.debye.jobs.study.encoder.EncoderResults.deviation;
import static org.debye.jobs.study.encoder.EncoderResults.mean;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.encoder.FewLabelScores.Measure;
import org.debye.spark.table.SweepResultRow;

/** The tables that a study of encoders comes to. */
record EncoderTables(EncoderResults results) {
  private static final double PERCENT = 100;

  /** For the console and the folder. */
  Map<String, TextTable> shown() {
    Map<String, TextTable> shown = new LinkedHashMap<>();
    shown.put("few-labels", fewLabels());
    shown.put("boundaries", boundaries());
    return shown;
  }

  /** Weighted precision and recall by group, mean and standard deviation over runs (Table 7.1). */
  private TextTable fewLabels() {
    List<String> header = new ArrayList<>(List.of("labels", "method", "runs"));
    for (String group : results.task().groupNames()) {
      header.add(group + ", precision (%)");
      header.add(group + ", recall (%)");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : results.config().budgets()) {
      for (EncoderVariant variant : results.variants()) {
        List<String> row = line(budget, variant);
        for (int g = 0; g < results.task().groups().size(); g++) {
          row.add(percent(results.scores(variant, budget.text(), g, Measure.PRECISION)));
          row.add(percent(results.scores(variant, budget.text(), g, Measure.RECALL)));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "Weighted precision and recall, mean over datasets; mean and standard deviation over runs",
        header,
        rows);
  }

  /** Boundaries and calibration by group. */
  private TextTable boundaries() {
    List<String> header = new ArrayList<>(List.of("labels", "method", "runs"));
    for (String group : results.task().groupNames()) {
      header.add(group + ", boundary off (frames)");
      header.add(group + ", boundaries missed");
      header.add(group + ", calibration error");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : results.config().budgets()) {
      for (EncoderVariant variant : results.variants()) {
        List<String> row = line(budget, variant);
        for (int g = 0; g < results.task().groups().size(); g++) {
          row.add(number(results.scores(variant, budget.text(), g, Measure.BOUNDARY_FRAMES)));
          row.add(number(results.scores(variant, budget.text(), g, Measure.BOUNDARIES_MISSED)));
          row.add(number(results.scores(variant, budget.text(), g, Measure.CALIBRATION_ERROR)));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "Boundaries and calibration, mean over datasets; mean and standard deviation over runs",
        header,
        rows);
  }

  private List<String> line(Budget budget, EncoderVariant variant) {
    return new ArrayList<>(
        List.of(
            budget.text(),
            results.title(variant),
            Integer.toString(results.rows(variant).size() * results.config().draws())));
  }

  /** Every dataset. */
  TextTable datasets() {
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : results.config().budgets()) {
      for (EncoderVariant variant : results.variants()) {
        for (String dataset : results.task().names()) {
          List<String> row = line(budget, variant);
          row.add(dataset);
          for (Measure measure : Measure.values()) {
            double[] scores = results.scores(variant, budget.text(), dataset, measure);
            row.add(TextTable.number(mean(scores)));
            row.add(TextTable.number(deviation(scores)));
          }
          rows.add(row);
        }
      }
    }
    List<String> header = new ArrayList<>(List.of("labels", "method", "runs", "dataset"));
    for (Measure measure : Measure.values()) {
      header.add(measure.key());
      header.add(measure.key() + "_sd");
    }
    return new TextTable("Datasets", header, rows);
  }

  /** Every run. */
  TextTable runs() {
    List<List<String>> rows = new ArrayList<>();
    for (EncoderVariant variant : results.variants()) {
      for (SweepResultRow row : results.rows(variant)) {
        row.metrics()
            .forEach(
                (metric, value) ->
                    rows.add(
                        List.of(
                            results.title(variant),
                            row.cellId(),
                            metric,
                            TextTable.number(value))));
      }
    }
    return new TextTable("Runs", List.of("method", "cell", "metric", "value"), rows);
  }

  /** How the methods compare run by run, which share their labels. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    List<EncoderVariant> variants = results.variants();
    if (variants.size() < 2) {
      return remarks;
    }
    EncoderVariant leader = variants.get(0);
    for (EncoderVariant variant : variants) {
      if (variant.method() == EncoderMethod.SPECRRMOCO) {
        leader = variant;
        break;
      }
    }
    for (Budget budget : results.config().budgets()) {
      for (int g = 0; g < results.task().groups().size(); g++) {
        for (EncoderVariant other : variants) {
          if (!other.equals(leader)) {
            remark(remarks, budget, g, leader, other);
          }
        }
      }
    }
    return remarks;
  }

  private void remark(
      List<String> remarks, Budget budget, int group, EncoderVariant one, EncoderVariant other) {
    double[] a = results.scores(one, budget.text(), group, Measure.RECALL);
    double[] b = results.scores(other, budget.text(), group, Measure.RECALL);
    if (a.length != b.length || a.length < 2) {
      return;
    }
    double[] differences = new double[a.length];
    int better = 0;
    for (int i = 0; i < a.length; i++) {
      differences[i] = PERCENT * (a[i] - b[i]);
      better += differences[i] > 0 ? 1 : 0;
    }
    remarks.add(
        String.format(
            Locale.ROOT,
            "%s, %s: recall of %s is %+.2f points beside %s (standard error %.2f; better in %d of"
                + " %d)",
            budget.text(),
            results.task().groupNames().get(group),
            results.title(one),
            mean(differences),
            results.title(other),
            deviation(differences) / Math.sqrt(differences.length),
            better,
            differences.length));
  }

  private static String percent(double[] scores) {
    double deviation = PERCENT * deviation(scores);
    return scores.length == 0
        ? "-"
        : Double.isNaN(deviation)
            ? String.format(Locale.ROOT, "%.1f", PERCENT * mean(scores))
            : String.format(Locale.ROOT, "%.1f ± %.1f", PERCENT * mean(scores), deviation);
  }

  private static String number(double[] scores) {
    double deviation = deviation(scores);
    return scores.length == 0
        ? "-"
        : Double.isNaN(deviation)
            ? String.format(Locale.ROOT, "%.3f", mean(scores))
            : String.format(Locale.ROOT, "%.3f ± %.3f", mean(scores), deviation);
  }
}
