package org.debye.jobs.fit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.SweepReport;
import org.debye.spark.OpenSession;
import org.debye.spark.combination.CombinationOrder;
import org.debye.spark.combination.CombinationRun;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/** Spectra as sums of references: linear combination fitting. */
public final class FitJob implements Job<FitConfig> {
  private static final int MOST_PROBLEMS = 10;

  @Override
  public String name() {
    return "fit";
  }

  @Override
  public String summary() {
    return "absorption spectra as sums of references: linear combination fitting, with errors";
  }

  @Override
  public Class<FitConfig> config() {
    return FitConfig.class;
  }

  @Override
  public String example() {
    return "fit catalogue=tables dataset=sample* references.dataset=[hematite*, goethite*]";
  }

  @Override
  public ExitCode run(JobContext context, FitConfig config) {
    Console console = context.console();
    Catalogue catalogue = Catalogue.existing(config.catalogue());
    List<CombinationOrder.Place> references = FoundReferences.of(catalogue, config.references());
    List<DatasetRow> datasets = fitted(catalogue, config, references);
    OpenSession spark = OpenSession.of(name());
    CombinationOrder order =
        new CombinationOrder(
            spark.hadoop(),
            catalogue.location(),
            references,
            config.e0(),
            config.settings(),
            config.most());
    SweepSettings settings =
        new SweepSettings(
            name(),
            List.of(catalogue.location()),
            ConfigText.of(config),
            "",
            config.retryFailed(),
            null);
    SweepSummary summary =
        CombinationRun.run(
            spark.session(),
            catalogue,
            config.name(),
            order,
            datasets,
            settings,
            new SweepReport(console, "datasets"));
    Map<String, SweepResultRow> rows = CombinationRun.rows(catalogue, config.name(), datasets);
    FitReport report = new FitReport(catalogue, order, datasets, rows);
    summary.problems().stream().limit(MOST_PROBLEMS).forEach(console::line);
    console.line(report.table().text() + "\n");
    console.line(report.means().text() + "\n");
    console.line(SweepReport.text("fitted", summary, "datasets"));
    console.line("tables    " + catalogue.location() + " (sweep_results, runs)");
    PictureFolder folder = new PictureFolder(catalogue, "fit/" + config.name());
    draw(folder, config, report, new FitFigures(order, datasets, rows));
    console.line("figures   " + folder.place() + " (fits.csv has all numbers)");
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  /** The chosen datasets, but for those of which every spectrum is a reference. */
  private static List<DatasetRow> fitted(
      Catalogue catalogue, FitConfig config, List<CombinationOrder.Place> references) {
    return new SpectraSelection(catalogue, config.dataset(), null)
        .datasets().stream()
            .filter(
                dataset ->
                    references.stream()
                            .filter(one -> one.datasetId().equals(dataset.datasetId()))
                            .count()
                        < dataset.frames())
            .toList();
  }

  private static void draw(
      PictureFolder folder, FitConfig config, FitReport report, FitFigures figures) {
    try {
      folder.write("fits", report.fits());
      folder.write("means", report.means());
      if (config.figures()) {
        for (Map.Entry<String, Supplier<Figure>> figure : figures.all().entrySet()) {
          folder.draw(figure.getKey(), figure.getValue().get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
