package org.debye.jobs.represent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.failure.InputException;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.predict.ChosenModel;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.SweepReport;
import org.debye.jobs.value.DistinctNames;
import org.debye.spark.OpenSession;
import org.debye.spark.representation.EncoderOrder;
import org.debye.spark.representation.RepresentationCell;
import org.debye.spark.representation.RepresentationRun;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/** Spectra to representations by trained encoders, with maps and clusterings of them. */
public final class RepresentJob implements Job<RepresentConfig> {
  private static final int MOST_PROBLEMS = 10;

  @Override
  public String name() {
    return "represent";
  }

  @Override
  public String summary() {
    return "spectra to representations, by trained encoders; maps and clusterings of them";
  }

  @Override
  public Class<RepresentConfig> config() {
    return RepresentConfig.class;
  }

  @Override
  public String example() {
    return "represent model=specrrmoco catalogue=tables";
  }

  @Override
  public ExitCode run(JobContext context, RepresentConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    List<DatasetRow> datasets = new SpectraSelection(catalogue, config.dataset(), null).datasets();
    List<ChosenModel> models = ChosenEncoders.checked(catalogue, config);
    boolean byLabels = config.clustering().clusters().isByLabels();
    KnownLabels labels =
        config.figures() || !config.clustering().clusters().isNone()
            ? KnownLabels.of(catalogue, datasets, config.origin(), byLabels)
            : new KnownLabels(List.of(), Map.of());
    OpenSession spark = OpenSession.of(name());
    ChosenEncoders encoders = ChosenEncoders.of(models, catalogue, config, spark.hadoop());
    Run run = new Run(console, catalogue, config, spark, encoders, labels);
    return run.all(datasets) ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  /** One run of the job. */
  private record Run(
      Console console,
      Catalogue catalogue,
      RepresentConfig config,
      OpenSession spark,
      ChosenEncoders encoders,
      KnownLabels labels) {

    /** Whether no dataset failed. */
    boolean all(List<DatasetRow> datasets) {
      List<RepresentationCell> cells = new ArrayList<>();
      Map<String, SweepResultRow> rows = new TreeMap<>();
      boolean whole = true;
      for (ChosenEncoders.Chosen one : encoders.models()) {
        List<RepresentationCell> own = new ArrayList<>();
        for (EncoderOrder order : one.orders()) {
          own.addAll(RepresentationRun.cells(catalogue, order, datasets, config.framesPerPiece()));
        }
        whole &= represent(one.model(), own);
        rows.putAll(RepresentationRun.rows(catalogue, own));
        cells.addAll(own);
      }
      RepresentReport report = new RepresentReport(encoders.orders(), cells, rows);
      console.line(report.table().text() + "\n");
      Set<String> there = report.whole();
      List<DatasetRow> usable =
          datasets.stream().filter(row -> there.contains(row.datasetId())).toList();
      List<ComparedVectors> compared = ComparedVectors.of(encoders, cells);
      whole &= cluster(compared, usable);
      console.line("tables    " + catalogue.location() + " (representations, sweep_results, runs)");
      if (config.figures()) {
        console.line("figures   " + draw(compared, usable));
      }
      return whole;
    }

    private boolean represent(ChosenModel model, List<RepresentationCell> cells) {
      SweepSummary summary =
          RepresentationRun.run(
              spark.session(),
              catalogue,
              cells,
              settings(List.of(catalogue.location(), model.folder())),
              new SweepReport(console, "pieces"));
      return told("represented by " + model.name() + ":", summary, "pieces");
    }

    private boolean cluster(List<ComparedVectors> compared, List<DatasetRow> datasets) {
      ClusteringStudy study = new ClusteringStudy(catalogue, config, compared, datasets, labels);
      if (config.clustering().clusters().isNone() || study.clustered().isEmpty()) {
        return true;
      }
      SweepSummary summary =
          study.run(
              spark,
              settings(List.of(catalogue.location())),
              new SweepReport(console, "clusterings"));
      boolean whole = told("clustered", summary, "clusterings");
      ClusteringReport report = new ClusteringReport(study, spark, study.rows(spark));
      PictureFolder folder = folder();
      try {
        for (ClusteringReport.Score score : ClusteringReport.Score.values()) {
          console.line(report.summary(score).text() + "\n");
          folder.write(score.file(), report.summary(score));
          folder.write(score.file() + "-each", report.details(score));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      console.line("scores    " + folder.place() + " (each dataset and way by itself)");
      return whole;
    }

    private boolean told(String verb, SweepSummary summary, String what) {
      summary.problems().stream().limit(MOST_PROBLEMS).forEach(console::line);
      console.line(SweepReport.text(verb, summary, what));
      return !summary.incomplete();
    }

    private SweepSettings settings(List<String> inputs) {
      return new SweepSettings(
          "represent", inputs, ConfigText.of(config), "", config.retryFailed(), config.seed());
    }

    private PictureFolder folder() {
      String name = config.name();
      if (name == null) {
        name =
            encoders.models().size() == 1 ? encoders.models().get(0).model().name() : "comparison";
      }
      return new PictureFolder(catalogue, "represent/" + name);
    }

    private String draw(List<ComparedVectors> compared, List<DatasetRow> datasets) {
      PictureFolder folder = folder();
      RepresentMaps maps = new RepresentMaps(catalogue, config, compared, labels);
      DistinctNames files = new DistinctNames();
      int undrawn = 0;
      for (DatasetRow dataset : datasets.stream().limit(RepresentMaps.MOST).toList()) {
        console.progress("debye: maps of " + dataset.name());
        try {
          maps.draw(folder, dataset, files.of(dataset.name()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (InputException e) {
          undrawn++;
          console.line("no maps   " + e.getMessage());
        }
      }
      return folder.place() + (undrawn == 0 ? "" : " (without " + undrawn + " datasets)");
    }
  }
}
