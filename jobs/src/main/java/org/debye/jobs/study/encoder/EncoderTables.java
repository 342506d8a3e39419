package org.debye.jobs.study.encoder;

import static org.debye.jobs.report.Spread.deviation;
import static org.debye.jobs.report.Spread.mean;
import static org.debye.jobs.report.Spread.number;
import static org.debye.jobs.report.Spread.percent;

import java.util.ArrayList;
import java.util.Arrays;
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
    shown.put("calibration", calibration());
    if (results.config().augmentations().size() > 1) {
      shown.put("augmentations", augmentations());
    }
    if (results.variants().size() > 1) {
      shown.put("differences", differences());
    }
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
        "Weighted precision and recall, "
            + judged()
            + "mean over datasets; mean and standard deviation over runs",
        header,
        rows);
  }

  private String judged() {
    return switch (results.config().leaveOut()) {
      case NONE -> "";
      case LABELS -> "each dataset by labels of the others alone, ";
      case SPECTRA -> "each dataset by labels and spectra of the others alone, ";
    };
  }

  /** Calibration by group, and boundaries where datasets are series. */
  private TextTable calibration() {
    Map<Measure, String> measures = new LinkedHashMap<>();
    measures.put(Measure.CALIBRATION_ERROR, ", calibration error");
    if (results.task().ordered()) {
      measures.put(Measure.BOUNDARY_FRAMES, ", boundary off (frames)");
      measures.put(Measure.BOUNDARIES_MISSED, ", boundaries missed");
    }
    List<String> header = new ArrayList<>(List.of("labels", "method", "runs"));
    for (String group : results.task().groupNames()) {
      measures.values().forEach(title -> header.add(group + title));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : results.config().budgets()) {
      for (EncoderVariant variant : results.variants()) {
        List<String> row = line(budget, variant);
        for (int g = 0; g < results.task().groups().size(); g++) {
          for (Measure measure : measures.keySet()) {
            row.add(number(results.scores(variant, budget.text(), g, measure)));
          }
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "Calibration and boundaries, mean over datasets; mean and standard deviation over runs",
        header,
        rows);
  }

  /**
   * Recall over pairs of augmentations (Fig. 7.12): the first one in rows, the second in columns,
   * one alone on the diagonal.
   */
  private TextTable augmentations() {
    String budget = results.config().budgets().get(0).text();
    AugmentationPairs pairs = new AugmentationPairs(results, budget);
    List<String> header = new ArrayList<>(List.of("method, first"));
    pairs.names().forEach(second -> header.add("then " + second));
    List<List<String>> rows = new ArrayList<>();
    for (String method : pairs.methods()) {
      for (String first : pairs.names()) {
        List<String> row = new ArrayList<>(List.of(method + ", " + first));
        for (String second : pairs.names()) {
          double[] recall = pairs.recall(method, first, second);
          row.add(recall.length == 0 ? "-" : percent(recall));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "Recall (%) by augmentations, labels " + budget + ", mean over all datasets", header, rows);
  }

  private List<String> line(Budget budget, EncoderVariant variant) {
    return new ArrayList<>(
        List.of(
            budget.text() + " (" + results.labels(budget.text()) + ")",
            results.title(variant),
            Integer.toString(results.runs(variant) * results.config().draws())));
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

  /**
   * How the first method compares with each other, run by run: runs of one number share their
   * labels.
   */
  private TextTable differences() {
    List<EncoderVariant> variants = results.variants();
    EncoderVariant leader = variants.get(0);
    List<String> header = new ArrayList<>(List.of("labels", "beside"));
    for (String group : results.task().groupNames()) {
      header.add(group + " (points)");
      header.add("better in");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Budget budget : results.config().budgets()) {
      for (EncoderVariant other : variants.subList(1, variants.size())) {
        List<String> row = new ArrayList<>(List.of(budget.text(), results.title(other)));
        for (int g = 0; g < results.task().groups().size(); g++) {
          difference(
              row,
              results.scores(leader, budget.text(), g, Measure.RECALL),
              results.scores(other, budget.text(), g, Measure.RECALL));
        }
        rows.add(row);
      }
    }
    return new TextTable(
        "Recall of " + results.title(leader) + " less that of others: mean ± its standard error",
        header,
        rows);
  }

  private static void difference(List<String> row, double[] one, double[] other) {
    if (one.length != other.length || one.length < 2) {
      row.add("-");
      row.add("-");
      return;
    }
    double[] differences = new double[one.length];
    Arrays.setAll(differences, i -> PERCENT * (one[i] - other[i]));
    double error = deviation(differences) / Math.sqrt(differences.length);
    row.add(String.format(Locale.ROOT, "%+.2f ± %.2f", mean(differences), error));
    row.add(Arrays.stream(differences).filter(d -> d > 0).count() + " of " + differences.length);
  }
}
