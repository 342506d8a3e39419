package org.debye.jobs.train;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.evaluate.ModelScore;
import org.debye.learning.train.EpochReport;
import org.debye.spark.prediction.ModelIdentity;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.training.LabelledDataset;
import org.jspecify.annotations.Nullable;

/**
 * A trained model in the tables of a catalogue: a row of {@code models} and of {@code
 * sweep_results}, and its metrics, epoch by epoch and on the frames that it has not seen.
 */
record TrainTables(TrainConfig config, TrainingData data, String runId) {
  private static final String JOB = "train";
  private static final int MEANING = 1;

  /** What its rows are found by. */
  static String fit(TrainedModel model) {
    return JOB + "/" + model.plan().name() + "/" + ModelIdentity.of(model.card());
  }

  /** Its row of the table of models. */
  ModelRow row(TrainedModel model) {
    Double learnt = model.card().metrics().get("parameters");
    long parameters =
        learnt == null ? model.card().architecture().parameters() : learnt.longValue();
    return new ModelRow(
        fit(model),
        model.plan().name(),
        model.folder(),
        model.card().architecture().name(),
        parameters,
        model.card().classes(),
        model.card().axis().id(),
        frames(model.plan().split().training()),
        frames(model.plan().split().validation()),
        model.card().data().contentHash(),
        model.card().training().worldSize(),
        model.reports().size(),
        model.seconds(),
        model.peakBytes() < 0 ? null : model.peakBytes(),
        runId);
  }

  /** Writes all of it, or nothing. */
  void write(FitWriter writer, TrainedModel model, ModelRow row, @Nullable ModelScore score) {
    List<MetricRow> metrics = new ArrayList<>(epochs(model));
    if (score != null) {
      metrics.addAll(score.metrics(fit(model), runId));
    }
    writer.write(result(model, metrics), Stream.of(), List.of(row), metrics.stream());
  }

  private Map<String, long[]> frames(int[] records) {
    Map<String, long[]> frames = new TreeMap<>();
    for (LabelledDataset dataset : data.of(records)) {
      frames.put(dataset.datasetId(), dataset.frames());
    }
    return frames;
  }

  private List<MetricRow> epochs(TrainedModel model) {
    List<MetricRow> rows = new ArrayList<>();
    for (EpochReport report : model.reports()) {
      add(rows, model, "training", report, "loss", report.loss());
      add(rows, model, "training", report, "accuracy", report.accuracy());
      report
          .tasks()
          .forEach((task, loss) -> add(rows, model, "training", report, "loss_" + task, loss));
      add(rows, model, "training", report, "learning_rate", report.rate());
      add(rows, model, "training", report, "steps", (double) report.steps());
      add(rows, model, "training", report, "seconds", report.seconds());
      add(rows, model, "validation", report, "loss", report.validationLoss());
      add(rows, model, "validation", report, "accuracy", report.validationAccuracy());
    }
    return rows;
  }

  private void add(
      List<MetricRow> rows,
      TrainedModel model,
      String part,
      EpochReport report,
      String name,
      double value) {
    if (Double.isFinite(value)) {
      rows.add(
          new MetricRow(
              fit(model), model.plan().name(), part, report.epoch(), null, name, value, runId));
    }
  }

  private SweepResultRow result(TrainedModel model, List<MetricRow> metrics) {
    Map<String, Double> numbers = new TreeMap<>(model.card().metrics());
    metrics.stream()
        .filter(row -> row.epoch() == null && row.datasetId() == null)
        .forEach(row -> numbers.put(row.part() + "_" + row.name(), row.value()));
    return new SweepResultRow(
        JOB + "/" + config.title(),
        fit(model),
        JOB + " " + MEANING,
        fit(model),
        ConfigText.byKey(config),
        CellStatus.DONE,
        null,
        numbers,
        Map.of(),
        model.seconds(),
        model.seconds(),
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        runId);
  }
}
