package org.debye.jobs.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.debye.jobs.report.TextTable;
import org.debye.learning.probe.PeakAnswers;
import org.debye.learning.probe.PeakAnswers.PeakScores;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.jspecify.annotations.Nullable;

/**
 * How good answers are, for people and for tables.
 *
 * @param asked frames that are answered for
 * @param answers by what they are read off
 * @param encoder row of the encoder, or null for one of another catalogue
 */
record ProbeReport(
    ProbedFrames asked, Map<String, PeakAnswers> answers, @Nullable ModelRow encoder) {
  /** All frames together, a row for each way to answer. */
  TextTable all() {
    List<List<String>> rows = new ArrayList<>();
    answers.forEach(
        (what, answer) -> {
          List<String> row = new ArrayList<>(List.of(what));
          row.addAll(cells(answer.scores(asked.truth(), 0, asked.count())));
          rows.add(row);
        });
    return new TextTable("Peaks, read off by linear layers", header("read off"), rows);
  }

  /** Each dataset by itself. */
  TextTable datasets() {
    List<String> header = header("dataset");
    header.add(1, "read off");
    header.add(2, "frames");
    header.add(3, "of these the encoder learnt from");
    List<List<String>> rows = new ArrayList<>();
    for (int d = 0; d < asked.datasets().size(); d++) {
      DatasetRow dataset = asked.datasets().get(d);
      for (Map.Entry<String, PeakAnswers> one : answers.entrySet()) {
        List<String> row = new ArrayList<>();
        row.add(dataset.name());
        row.add(one.getKey());
        row.add(Integer.toString(asked.frames().get(d).frames().length));
        row.add(one.getKey().equals(Probing.ENCODER) ? seen(dataset) : "-");
        row.addAll(cells(scores(one.getValue(), d)));
        rows.add(row);
      }
    }
    return new TextTable("By dataset", header, rows);
  }

  private String seen(DatasetRow dataset) {
    if (encoder == null) {
      return "unknown";
    }
    long[] frames = encoder.trainingFrames().get(dataset.datasetId());
    return Integer.toString(frames == null ? 0 : frames.length);
  }

  private PeakScores scores(PeakAnswers answer, int dataset) {
    return answer.scores(asked.truth(), asked.first(dataset), asked.first(dataset + 1));
  }

  private List<String> header(String first) {
    List<String> header = new ArrayList<>(List.of(first));
    header.addAll(
        List.of(
            "number right (%)",
            "off by (mean)",
            "position rms (" + asked.unit() + ")",
            "of the axis (%)",
            "points right (%)",
            "region overlap (%)"));
    return header;
  }

  private List<String> cells(PeakScores scores) {
    return List.of(
        percent(scores.number().accuracy()),
        TextTable.number(scores.number().meanOff()),
        TextTable.number(scores.position().rms()),
        percent(scores.position().rms() / range()),
        percent(scores.region().accuracy()),
        percent(scores.region().overlap()));
  }

  private double range() {
    double[] axis = asked.truth().axis();
    return axis[axis.length - 1] - axis[0];
  }

  /** Rows for the table of metrics. */
  List<MetricRow> metrics(String fitId, String model, String runId) {
    List<MetricRow> rows = new ArrayList<>();
    answers.forEach(
        (what, answer) -> {
          String by = what.replace(' ', '_') + "_";
          add(rows, fitId, model, null, by, answer.scores(asked.truth(), 0, asked.count()), runId);
          for (int d = 0; d < asked.datasets().size(); d++) {
            String id = asked.datasets().get(d).datasetId();
            add(rows, fitId, model, id, by, scores(answer, d), runId);
          }
        });
    return rows;
  }

  private void add(
      List<MetricRow> rows,
      String fitId,
      String model,
      @Nullable String dataset,
      String by,
      PeakScores scores,
      String runId) {
    Map<String, Double> values = new TreeMap<>();
    values.put("number_accuracy", scores.number().accuracy());
    values.put("number_off", scores.number().meanOff());
    values.put("position_rms", scores.position().rms());
    values.put("position_rms_share", scores.position().rms() / range());
    values.put("region_accuracy", scores.region().accuracy());
    values.put("region_overlap", scores.region().overlap());
    values.forEach(
        (name, value) -> {
          if (Double.isFinite(value)) {
            rows.add(new MetricRow(fitId, model, "test", null, dataset, by + name, value, runId));
          }
        });
  }

  private static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f", 100 * share) : "-";
  }
}
