package org.debye.jobs.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.debye.classification.split.LabelledFrames;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.value.DatasetGroup;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.OpenSession;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.MetricRow;
import org.debye.spark.table.ModelRow;
import org.debye.spark.table.SweepResultRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.LabelChoice;

/** Models and labels to scores: what is predicted beside what is true. */
public final class EvaluateJob implements Job<EvaluateConfig> {
  private static final int MEANING = 1;

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "trained models beside labels: accuracy, calibration, confidence, boundaries";
  }

  @Override
  public Class<EvaluateConfig> config() {
    return EvaluateConfig.class;
  }

  @Override
  public String example() {
    return "evaluate catalogue=tables model=cnn";
  }

  @Override
  public ExitCode run(JobContext context, EvaluateConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    List<DatasetRow> chosen = new SpectraSelection(catalogue, config.dataset(), null).datasets();
    TreeSet<String> ids = new TreeSet<>(chosen.stream().map(DatasetRow::datasetId).toList());
    LabelledFrames frames =
        ChosenLabels.of(catalogue, new LabelChoice(ids, config.origin(), List.of()));
    List<DatasetRow> labelled =
        chosen.stream().filter(row -> frames.distinctDatasets().contains(row.datasetId())).toList();
    List<ChosenModel> models =
        ChosenModel.of(catalogue, config.model(), HadoopSettings.ofProcess());
    models.forEach(model -> ModelScoring.requireKnown(model, config.part()));
    OpenSession spark = OpenSession.of(name());
    List<ModelScore> scores = new ArrayList<>();
    boolean incomplete = false;
    for (ChosenModel model : models) {
      List<DatasetRow> counting = counting(labelled, frames, model, config.part());
      ModelScoring scoring = new ModelScoring(catalogue, counting, frames);
      OtherAxis other = config.resample() ? OtherAxis.RESAMPLE : OtherAxis.REFUSE;
      incomplete |= scoring.predict(context, name(), config, model, other).incomplete();
      scores.add(scoring.of(model, config.part()));
    }
    requireScores(scores);
    write(spark, catalogue, config, scores);
    show(console, catalogue, config, new ScoreTables(scores), scores);
    return incomplete ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  /** Datasets with a frame that the model is scored on. */
  private static List<DatasetRow> counting(
      List<DatasetRow> labelled, LabelledFrames frames, ChosenModel model, Part part) {
    ModelRow row = model.row();
    TreeSet<String> counting = new TreeSet<>();
    for (int i = 0; i < frames.count(); i++) {
      String id = frames.datasets().get(i);
      if (row == null || part.has(row, id, frames.frames()[i])) {
        counting.add(id);
      }
    }
    return labelled.stream().filter(one -> counting.contains(one.datasetId())).toList();
  }

  /** Means over groups of datasets, where there are groups. */
  private static Optional<TextTable> groups(
      Catalogue catalogue, EvaluateConfig config, List<ModelScore> scores) {
    if (config.groups().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    for (DatasetGroup group : config.groups()) {
      Set<String> own = ids.computeIfAbsent(group.name(), none -> new TreeSet<>());
      new SpectraSelection(catalogue, group.datasets(), null)
          .datasets()
          .forEach(row -> own.add(row.datasetId()));
    }
    return Optional.of(
        RunTable.applies(scores)
            ? new RunTable(scores, ids).table()
            : new GroupTable(scores, ids).table());
  }

  private static void requireScores(List<ModelScore> scores) {
    if (scores.stream().allMatch(score -> score.pooled() == null)) {
      throw InputException.of(
          FailureCode.TOO_FEW_SPECTRA,
          "evaluation",
          "no labelled frame is left to score on",
          "Label frames that no model was trained with, or set part=all.");
    }
  }

  private void write(
      OpenSession spark, Catalogue catalogue, EvaluateConfig config, List<ModelScore> scores) {
    RunRecord record =
        RunRecord.begin(name())
            .inputs(List.of(catalogue.location()))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .build();
    String study = name() + "/" + config.name();
    Map<String, String> known = new TreeMap<>();
    catalogue
        .sweepResults()
        .states(study)
        .forEach((id, state) -> known.put(id, state.fingerprint()));
    try (FitWriter writer = FitWriter.open(spark.session(), catalogue, record)) {
      for (ModelScore score : scores) {
        String fit = study + "/" + score.model().identity();
        List<MetricRow> metrics = score.metrics(fit, record.runId());
        Digest digest = new Digest().add((long) MEANING);
        metrics.forEach(
            row ->
                digest
                    .add(row.part())
                    .add(row.datasetId())
                    .add(row.name())
                    .add(Double.doubleToLongBits(row.value())));
        String fingerprint = digest.hex();
        if (!metrics.isEmpty() && !fingerprint.equals(known.get(fit))) {
          writer.write(
              row(study, fit, fingerprint, score, metrics, record.runId()),
              Stream.of(),
              List.of(),
              metrics.stream());
        }
      }
    }
  }

  private SweepResultRow row(
      String study,
      String fit,
      String fingerprint,
      ModelScore score,
      List<MetricRow> metrics,
      String runId) {
    Map<String, Double> numbers = new TreeMap<>();
    metrics.stream()
        .filter(row -> row.datasetId() == null)
        .forEach(row -> numbers.put(row.name(), row.value()));
    return new SweepResultRow(
        study,
        fit,
        name() + " " + MEANING,
        fingerprint,
        Map.of("model", score.model().name(), "part", score.part().key()),
        CellStatus.DONE,
        null,
        numbers,
        Map.of(),
        0,
        0,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        runId);
  }

  private static void show(
      Console console,
      Catalogue catalogue,
      EvaluateConfig config,
      ScoreTables tables,
      List<ModelScore> scores) {
    Optional<TextTable> groups = groups(catalogue, config, scores);
    boolean runs = groups.isPresent() && RunTable.applies(scores);
    if (!runs) {
      console.line(tables.models().text() + "\n");
      console.line(tables.datasets().text() + "\n");
    }
    groups.ifPresent(table -> console.line(table.text() + "\n"));
    if (!runs) {
      tables.confusions().values().forEach(table -> console.line(table.text() + "\n"));
    }
    for (ModelScore score : scores) {
      if (score.unknown() > 0) {
        console.line(
            "note      %,d labelled frames are of classes that %s does not know: they do not count"
                .formatted(score.unknown(), score.model().name()));
      }
    }
    PictureFolder folder = new PictureFolder(catalogue, config.name());
    try {
      folder.write("models", tables.models());
      folder.write("datasets", tables.datasets());
      if (groups.isPresent()) {
        folder.write(runs ? "runs" : "groups", groups.get());
      }
      for (Map.Entry<String, TextTable> table : tables.confusions().entrySet()) {
        folder.write(table.getKey(), table.getValue());
      }
      if (config.figures()) {
        for (Map.Entry<String, Figure> figure : new ScoreFigures(scores).all().entrySet()) {
          folder.draw(figure.getKey(), figure.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.line(
        "tables    " + catalogue.location() + " (metrics, predictions, sweep_results, runs)");
    console.line("figures   " + folder.place());
  }
}
