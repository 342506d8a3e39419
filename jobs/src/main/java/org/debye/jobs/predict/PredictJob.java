package org.debye.jobs.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.SweepReport;
import org.debye.jobs.value.DistinctNames;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.predict.CardTemperature;
import org.debye.spark.OpenSession;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.prediction.PredictionCell;
import org.debye.spark.prediction.PredictionOrder;
import org.debye.spark.prediction.PredictionRun;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/** Spectra to classes, with probabilities, and the boundaries of each dataset. */
public final class PredictJob implements Job<PredictConfig> {
  private static final int MOST_PROBLEMS = 10;

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String summary() {
    return "spectra to classes with probabilities, by a trained model; boundaries of each dataset";
  }

  @Override
  public Class<PredictConfig> config() {
    return PredictConfig.class;
  }

  @Override
  public String example() {
    return "predict model=cnn catalogue=tables threshold=0.9";
  }

  @Override
  public ExitCode run(JobContext context, PredictConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    List<DatasetRow> datasets = new SpectraSelection(catalogue, config.dataset(), null).datasets();
    ChosenModel model = model(catalogue, config);
    OpenSession spark = OpenSession.of(name());
    PredictionOrder order =
        new PredictionOrder(
            spark.hadoop(),
            catalogue.location(),
            model.folder(),
            model.identity(),
            model.name(),
            config.resample() ? OtherAxis.RESAMPLE : OtherAxis.REFUSE,
            config.threshold());
    SweepSettings settings =
        new SweepSettings(
            name(),
            List.of(catalogue.location(), model.folder()),
            ConfigText.of(config),
            "",
            config.retryFailed(),
            null);
    SweepSummary summary =
        PredictionRun.run(
            spark.session(),
            catalogue,
            order,
            datasets,
            settings,
            new SweepReport(console, "datasets"));
    Map<String, SweepResultRow> rows = PredictionRun.rows(catalogue, order, datasets);
    PredictReport report = new PredictReport(catalogue, model, datasets, rows);
    show(console, report, summary);
    console.line("tables    " + catalogue.location() + " (predictions, sweep_results, runs)");
    if (config.figures()) {
      console.line("figures   " + draw(catalogue, report));
    }
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  private static ChosenModel model(Catalogue catalogue, PredictConfig config) {
    List<ChosenModel> found =
        ChosenModel.of(catalogue, List.of(config.model()), HadoopSettings.ofProcess());
    if (found.size() > 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "model",
          config.model() + " is " + found.stream().map(ChosenModel::name).toList(),
          "Name one of them.");
    }
    return found.get(0);
  }

  private static void show(Console console, PredictReport report, SweepSummary summary) {
    summary.problems().stream().limit(MOST_PROBLEMS).forEach(console::line);
    console.line(report.table().text() + "\n");
    report.throughput().ifPresent(console::line);
    CardTemperature.told(report.model().card())
        .ifPresent(told -> console.line("          " + told));
    console.line(SweepReport.text("predicted", summary, "datasets"));
  }

  private static String draw(Catalogue catalogue, PredictReport report) {
    ChosenModel model = report.model();
    PictureFolder folder = new PictureFolder(catalogue, "predict/" + model.name());
    try {
      folder.write("spectra", report.spectra());
      int drawn = 0;
      DistinctNames files = new DistinctNames();
      for (DatasetRow dataset : report.datasets()) {
        if (drawn < PredictFigures.MOST && report.rows().containsKey(dataset.datasetId())) {
          String fit = PredictionCell.id(model.name(), model.identity(), dataset.datasetId());
          PredictFigures figures =
              new PredictFigures(model, dataset, catalogue.predictions().read(fit));
          if (!figures.isEmpty()) {
            folder.draw(files.of(dataset.name()), figures.probabilities());
            drawn++;
          }
        }
      }
      return folder.place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
