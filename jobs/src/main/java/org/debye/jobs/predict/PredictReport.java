package org.debye.jobs.predict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.debye.jobs.report.TextTable;
import org.debye.spark.prediction.PredictionCell;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.PredictionRow;
import org.debye.spark.table.SweepResultRow;

/** What {@code predict} shows of its results. */
record PredictReport(
    Catalogue catalogue,
    ChosenModel model,
    List<DatasetRow> datasets,
    Map<String, SweepResultRow> rows) {
  private static final int MOST = 40;
  private static final int FEW = 100;
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
        List.of("dataset", "frames", "abstained", "confidence (%)", "entropy (nats)", "classes"),
        lines);
  }

  private List<String> line(DatasetRow dataset, SweepResultRow row) {
    return List.of(
        dataset.name(),
        whole(row, "frames"),
        whole(row, "abstained"),
        dataset.frames() == 1 ? NONE : number(row, "confidence", 100, "%.2f"),
        number(row, "mean_entropy", 1, "%.4f"),
        dataset.frames() == 1 ? likeliest(dataset) : boundaries(row));
  }

  /** The likeliest class of the only spectrum, with its probability. */
  private String likeliest(DatasetRow dataset) {
    return predictions(dataset).stream()
        .findFirst()
        .map(one -> String.format(Locale.ROOT, "%s (%.1f %%)", first(one), 100 * most(one)))
        .orElse(NONE);
  }

  private List<PredictionRow> predictions(DatasetRow dataset) {
    return catalogue
        .predictions()
        .read(PredictionCell.id(model.name(), model.identity(), dataset.datasetId()));
  }

  private static String first(PredictionRow row) {
    return row.probabilities().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(row.label());
  }

  private static double most(PredictionRow row) {
    return row.probabilities().values().stream().mapToDouble(p -> p).max().orElse(Double.NaN);
  }

  /** A line for each spectrum of datasets that have few: which class it has, and how surely. */
  TextTable spectra() {
    List<List<String>> lines = new ArrayList<>();
    for (DatasetRow dataset : datasets) {
      if (rows.containsKey(dataset.datasetId()) && dataset.frames() <= FEW) {
        Map<Long, String> known = new HashMap<>();
        catalogue
            .labels()
            .read(dataset.datasetId())
            .forEach(label -> known.put(label.frame(), label.className()));
        for (PredictionRow one : predictions(dataset)) {
          String label = known.getOrDefault(one.frame(), "");
          lines.add(
              List.of(
                  dataset.name(),
                  Long.toString(one.frame()),
                  one.label(),
                  first(one),
                  String.format(Locale.ROOT, "%.4f", most(one)),
                  label,
                  label.isEmpty() ? "" : label.equals(first(one)) ? "right" : "wrong"));
        }
      }
    }
    return new TextTable(
        "Spectra by " + model.name(),
        List.of("dataset", "frame", "label", "likeliest", "probability", "known", "verdict"),
        lines);
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
