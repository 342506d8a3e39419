package org.debye.jobs.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.jobs.report.TextTable;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/** What {@code predict} shows of its results. */
record PredictReport(
    ChosenModel model, List<DatasetRow> datasets, Map<String, SweepResultRow> rows) {
  private static final int MOST = 40;
  private static final String NONE = "-";

  /** A line for each dataset, of the first of them. */
  TextTable table() {
    List<List<String>> lines = new ArrayList<>();
    for (DatasetRow dataset : datasets) {
      SweepResultRow row = rows.get(dataset.datasetId());
      if (row != null && lines.size() < MOST) {
        lines.add(line(dataset, row));
      }
    }
    return new TextTable(
        "Classes by " + model.name() + (lines.size() < datasets.size() ? ", first datasets" : ""),
        List.of("dataset", "frames", "abstained", "confidence (%)", "entropy (nats)", "boundaries"),
        lines);
  }

  private List<String> line(DatasetRow dataset, SweepResultRow row) {
    return List.of(
        dataset.name(),
        whole(row, "frames"),
        whole(row, "abstained"),
        number(row, "confidence", 100, "%.2f"),
        number(row, "mean_entropy", 1, "%.4f"),
        boundaries(row));
  }

  private String boundaries(SweepResultRow row) {
    double[] frames = row.arrays().getOrDefault("boundary_frame", new double[0]);
    double[] before = row.arrays().getOrDefault("boundary_before", new double[0]);
    double[] after = row.arrays().getOrDefault("boundary_after", new double[0]);
    List<String> texts = new ArrayList<>();
    for (int b = 0; b < frames.length; b++) {
      texts.add("%s to %s at %.0f".formatted(name(before[b]), name(after[b]), frames[b]));
    }
    return texts.isEmpty() ? NONE : String.join("; ", texts);
  }

  private String name(double label) {
    return model.card().classes().get((int) label);
  }

  /** How fast the model itself was; empty where nothing was predicted. */
  Optional<String> throughput() {
    double seconds = 0;
    double frames = 0;
    for (SweepResultRow row : rows.values()) {
      seconds += row.metrics().getOrDefault("prediction_seconds", 0.0);
      frames += row.metrics().getOrDefault("frames", 0.0);
    }
    return seconds > 0
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "model     %,.0f spectra/s and core, %.3f ms a spectrum, without reading them",
                frames / seconds,
                1e3 * seconds / frames))
        : Optional.empty();
  }

  private static String whole(SweepResultRow row, String name) {
    return number(row, name, 1, "%.0f");
  }

  private static String number(SweepResultRow row, String name, double times, String format) {
    Double value = row.metrics().get(name);
    return value == null ? NONE : String.format(Locale.ROOT, format, times * value);
  }
}
