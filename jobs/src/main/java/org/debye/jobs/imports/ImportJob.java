package org.debye.jobs.imports;

import java.util.List;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.ProgressReport;
import org.debye.jobs.report.SummaryText;
import org.debye.spark.DebyeSession;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.reduce.ImportRun;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.text.ImportSettings;

/** Files of spectra into the tables: does what is missing. */
public final class ImportJob implements Job<ImportConfig> {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public String summary() {
    return ".xy .dat .csv .xdi .prj .npy spectra into the tables of a catalogue";
  }

  @Override
  public Class<ImportConfig> config() {
    return ImportConfig.class;
  }

  @Override
  public String example() {
    return "import input=patterns catalogue=tables axis.kind=2th_deg";
  }

  @Override
  public ExitCode run(JobContext context, ImportConfig config) {
    if (config.labels() != null) {
      return LabelsCsv.read(config, config.labels(), context.console());
    }
    ImportSettings text = config.settings();
    AbsorptionImport absorption = config.absorption().settings(config.catalogue());
    ImportRun.Settings settings =
        new ImportRun.Settings(
            config.input(),
            config.catalogue(),
            new SourceSelection(config.include(), config.exclude()),
            text,
            config.absorption().merge(),
            absorption,
            config.retryFailed(),
            ConfigText.of(config));
    ReduceSummary summary =
        new ImportRun(DebyeSession.open(name()), settings, new ProgressReport(context.console()))
            .run();
    context.console().line(SummaryText.of("imported", summary, config.catalogue(), List.of()));
    if (absorption != null && config.figures()) {
      String drawn =
          new AbsorptionPictures(text, absorption)
              .draw(Catalogue.existing(config.catalogue()), summary.runId());
      if (!drawn.isEmpty()) {
        context.console().line("figures   " + drawn);
      }
    }
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }
}
