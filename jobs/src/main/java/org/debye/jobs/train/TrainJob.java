package org.debye.jobs.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.debye.classification.ClassLabels;
import org.debye.classification.split.LabelledFrames;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.evaluate.ModelScore;
import org.debye.jobs.evaluate.ModelScoring;
import org.debye.jobs.evaluate.Part;
import org.debye.jobs.evaluate.ScoreTables;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.InspectionReport;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.TextTable;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.predict.CardTemperature;
import org.debye.provenance.RunRecord;
import org.debye.spark.DebyeSession;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.FitWriter;
import org.debye.spark.table.ModelRow;
import org.debye.spark.training.RankCores;
import org.jspecify.annotations.Nullable;

/** Labelled spectra to models. */
public final class TrainJob implements Job<TrainConfig> {
  /** Lines of a table on the console. */
  private static final int MOST_ROWS = 60;

  /** Models whose folders are told. */
  private static final int MOST_MODELS = 10;

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "labelled spectra to a model: networks, data-parallel over executors, and their rivals";
  }

  @Override
  public Class<TrainConfig> config() {
    return TrainConfig.class;
  }

  @Override
  public String example() {
    return "train conf/train-cnn.yaml catalogue=tables";
  }

  @Override
  public ExitCode run(JobContext context, TrainConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    OpenSession spark = OpenSession.of(name(), RankCores.settings(config.ranks()));
    TrainedEncoder encoder =
        config.encoder() == null
            ? null
            : TrainedEncoder.of(catalogue, config.encoder(), spark.hadoop());
    TrainingData data = TrainingData.read(spark, catalogue, config, new InspectionReport(console));
    console.error(told(data));
    RunRecord record =
        RunRecord.begin(name())
            .inputs(List.of(catalogue.location()))
            .configuration(ConfigText.of(config))
            .spark(DebyeSession.sparkVersion())
            .seed(config.seed())
            .build();
    ModelFitting fitting =
        new ModelFitting(spark, console, config, data, catalogue, encoder, record.runId());
    TrainTables tables = new TrainTables(config, data, record.runId());
    List<TrainedModel> trained = new ArrayList<>();
    List<ModelRow> rows = new ArrayList<>();
    for (PlannedModel plan : PlannedModel.of(config, data)) {
      TrainedModel model = fitting.fit(plan);
      trained.add(model);
      rows.add(tables.row(model));
    }
    boolean incomplete = false;
    List<@Nullable ModelScore> scores = new ArrayList<>();
    for (int i = 0; i < trained.size(); i++) {
      ChosenModel chosen =
          new ChosenModel(
              trained.get(i).plan().name(),
              trained.get(i).folder(),
              trained.get(i).card(),
              rows.get(i));
      List<DatasetRow> tested = tested(data, trained.get(i).plan());
      if (tested.isEmpty()) {
        scores.add(null);
      } else {
        ModelScoring scoring =
            new ModelScoring(catalogue, tested, of(data, trained.get(i).plan().split().test()));
        incomplete |=
            scoring.predict(context, name(), config, chosen, OtherAxis.REFUSE).incomplete();
        scores.add(scoring.of(chosen, Part.UNSEEN));
      }
    }
    write(spark, catalogue, record, tables, trained, rows, scores);
    show(console, catalogue, config, trained, scores);
    return incomplete ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  private static String told(TrainingData data) {
    ClassLabels labels = data.frames().labels();
    int[] counts = labels.counts();
    List<String> classes = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      classes.add(String.format(Locale.ROOT, "%,d %s", counts[k], labels.names().get(k)));
    }
    return String.format(
        Locale.ROOT,
        "debye: %,d labelled spectra of %,d points in %,d datasets: %s",
        labels.count(),
        data.spectra().axis().points(),
        data.frames().distinctDatasets().size(),
        String.join(", ", classes));
  }

  private static List<DatasetRow> tested(TrainingData data, PlannedModel plan) {
    TreeSet<String> ids = new TreeSet<>();
    for (int i : plan.split().test()) {
      ids.add(data.frames().datasets().get(i));
    }
    return data.datasets().values().stream().filter(row -> ids.contains(row.datasetId())).toList();
  }

  private static LabelledFrames of(TrainingData data, int[] records) {
    LabelledFrames frames = data.frames();
    List<String> datasets = new ArrayList<>();
    int[] numbers = new int[records.length];
    for (int i = 0; i < records.length; i++) {
      datasets.add(frames.datasets().get(records[i]));
      numbers[i] = frames.frames()[records[i]];
    }
    return new LabelledFrames(datasets, numbers, frames.labels().of(records));
  }

  private static void write(
      OpenSession spark,
      Catalogue catalogue,
      RunRecord record,
      TrainTables tables,
      List<TrainedModel> trained,
      List<ModelRow> rows,
      List<@Nullable ModelScore> scores) {
    TreeSet<String> known = new TreeSet<>();
    catalogue.models().all().forEach(row -> known.add(row.fitId()));
    try (FitWriter writer = FitWriter.open(spark.session(), catalogue, record)) {
      for (int i = 0; i < trained.size(); i++) {
        if (!trained.get(i).unchanged() || !known.contains(rows.get(i).fitId())) {
          tables.write(writer, trained.get(i), rows.get(i), scores.get(i));
        }
      }
    }
  }

  private static void show(
      Console console,
      Catalogue catalogue,
      TrainConfig config,
      List<TrainedModel> trained,
      List<@Nullable ModelScore> scores) {
    List<ModelScore> there = new ArrayList<>();
    for (ModelScore score : scores) {
      if (score != null) {
        there.add(score);
      }
    }
    PictureFolder folder = new PictureFolder(catalogue, config.title());
    TrainReport report = new TrainReport(trained);
    try {
      console.line(report.models().text() + "\n");
      folder.write("training", report.models());
      if (!there.isEmpty()) {
        ScoreTables tables = new ScoreTables(there);
        console.line(tables.models().text() + "\n");
        TextTable datasets = tables.datasets();
        console.line(
            datasets.rows().size() <= MOST_ROWS
                ? datasets.text() + "\n"
                : "%,d lines of datasets are in datasets.csv, below; evaluate makes means of them\n"
                    .formatted(datasets.rows().size()));
        folder.write("models", tables.models());
        folder.write("datasets", datasets);
      }
      if (config.figures()) {
        for (Map.Entry<String, Figure> figure : report.figures().entrySet()) {
          folder.draw(figure.getKey(), figure.getValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (TrainedModel model : trained.subList(0, Math.min(MOST_MODELS, trained.size()))) {
      console.line("model     " + shown(model.folder()));
      CardTemperature.told(model.card()).ifPresent(told -> console.line("          " + told));
    }
    if (trained.size() > MOST_MODELS) {
      console.line("          and %,d more beside it".formatted(trained.size() - MOST_MODELS));
    }
    console.line(
        "tables    "
            + catalogue.location()
            + " (models, metrics, predictions, sweep_results, runs)");
    console.line("figures   " + folder.place());
  }

  private static String shown(String place) {
    return place.startsWith("file:///") ? place.substring("file://".length()) : place;
  }
}
