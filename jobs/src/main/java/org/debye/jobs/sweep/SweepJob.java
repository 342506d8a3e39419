package org.debye.jobs.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.debye.failure.InputException;
import org.debye.figures.Figure;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.PictureFolder;
import org.debye.jobs.report.SweepReport;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.study.Study;
import org.debye.jobs.study.StudyReport;
import org.debye.jobs.study.absorption.AbsorptionStudy;
import org.debye.jobs.study.absorption.mixture.SiteMixtureStudy;
import org.debye.jobs.study.encoder.EncoderStudy;
import org.debye.jobs.study.mixture.UnmixingStudy;
import org.debye.spark.OpenSession;
import org.debye.spark.sweep.Sweep;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SweepResultRow;

/** A grid of cells, each done once; then the study's tables and figures. */
public final class SweepJob implements Job<SweepConfig> {
  private static final int MOST_PROBLEMS = 10;

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public String summary() {
    return "a study over a grid, cell by cell and resumable: mixtures, encoders, absorption spectra";
  }

  @Override
  public Class<SweepConfig> config() {
    return SweepConfig.class;
  }

  @Override
  public String example() {
    return "sweep conf/sweep-quick.yaml catalogue=studies";
  }

  @Override
  public ExitCode run(JobContext context, SweepConfig config) {
    OpenSession spark = OpenSession.of(name());
    Catalogue catalogue = Catalogue.at(config.catalogue());
    Sweep sweep = Sweep.of(spark.session(), catalogue, config.name(), settings(config));
    Study study =
        switch (config.study()) {
          case UNMIXING ->
              new UnmixingStudy(
                  config.name(), Objects.requireNonNull(config.unmixing()), config.seed());
          case ENCODERS ->
              EncoderStudy.of(
                  spark,
                  config.catalogue(),
                  config.name(),
                  Objects.requireNonNull(config.encoders()),
                  config.seed(),
                  sweep.nextRunId());
          case XANES ->
              AbsorptionStudy.of(
                  spark,
                  config.catalogue(),
                  config.name(),
                  Objects.requireNonNull(config.xanes()),
                  config.seed());
          case XANES_MIXTURES ->
              SiteMixtureStudy.of(
                  spark,
                  config.catalogue(),
                  config.name(),
                  Objects.requireNonNull(config.xanesMixtures()),
                  config.seed());
        };
    SweepProgress progress = new SweepReport(context.console());
    List<SweepCell> cells = new ArrayList<>(study.cells());
    SweepSummary summary = sweep.run(cells, progress);
    List<SweepCell> further = new ArrayList<>(study.further(rows(catalogue, config.name(), cells)));
    if (!further.isEmpty()) {
      context.console().line(further.size() + " cells go on from the starts that were kept");
      summary = summary.and(sweep.run(further, progress));
      cells.addAll(further);
    }
    StudyReport report = study.report(catalogue, rows(catalogue, config.name(), cells));
    show(context.console(), summary, report);
    String place = write(new PictureFolder(catalogue, config.name()), report, config.figures());
    context.console().line("tables    " + catalogue.location() + " (sweep_results, draws, runs)");
    context.console().line("figures   " + place);
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  private SweepSettings settings(SweepConfig config) {
    // what changes a number stands in the cells' parameters
    return new SweepSettings(
        name(), List.of(), ConfigText.of(config), "", config.retryFailed(), config.seed());
  }

  private static List<SweepResultRow> rows(
      Catalogue catalogue, String study, List<? extends SweepCell> cells) {
    Set<String> wanted = cells.stream().map(SweepCell::id).collect(Collectors.toSet());
    List<SweepResultRow> rows = new ArrayList<>();
    catalogue
        .sweepResults()
        .each(
            study,
            row -> {
              if (wanted.contains(row.cellId())) {
                rows.add(row);
              }
            });
    rows.sort(Comparator.comparing(SweepResultRow::cellId));
    return rows;
  }

  private static void show(Console console, SweepSummary summary, StudyReport report) {
    List<String> problems = summary.problems();
    problems.stream().limit(MOST_PROBLEMS).forEach(console::line);
    if (problems.size() > MOST_PROBLEMS) {
      console.line("... and more: see status and error_message in the table sweep_results.\n");
    }
    for (TextTable table : report.shown().values()) {
      console.line(table.text() + "\n");
    }
    report.remarks().forEach(console::line);
    console.line(SweepReport.text(summary));
  }

  private static String write(PictureFolder folder, StudyReport report, boolean figures) {
    try {
      for (Map.Entry<String, TextTable> table : report.shown().entrySet()) {
        folder.write(table.getKey(), table.getValue());
      }
      for (Map.Entry<String, TextTable> table : report.files().entrySet()) {
        folder.write(table.getKey(), table.getValue());
      }
      if (!figures) {
        return folder.place() + " (tables alone; figures=false)";
      }
      for (Map.Entry<String, Supplier<Figure>> figure : report.figures().entrySet()) {
        folder.draw(figure.getKey(), figure.getValue().get());
      }
      return folder.place();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      return folder.place() + " (none drawn: " + e.getMessage() + ")";
    }
  }
}
