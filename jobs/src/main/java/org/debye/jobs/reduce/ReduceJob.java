package org.debye.jobs.reduce;

import java.nio.file.Path;
import java.util.List;
import org.debye.hdf5.PlanSettings;
import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.ProgressReport;
import org.debye.jobs.report.SummaryText;
import org.debye.jobs.simulate.Simulation;
import org.debye.jobs.value.FrameRange;
import org.debye.spark.DebyeSession;
import org.debye.spark.file.SourceSelection;
import org.debye.spark.reduce.CorrectionSettings;
import org.debye.spark.reduce.FrameSelection;
import org.debye.spark.reduce.ReduceRun;
import org.debye.spark.reduce.ReduceSettings;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.Catalogue;

/** Raw frame stacks to spectra: plans what is missing, reduces it, draws it. */
public final class ReduceJob implements Job<ReduceConfig> {
  @Override
  public String name() {
    return "reduce";
  }

  @Override
  public String summary() {
    return "HDF5 frame stacks to spectra: azimuthal integration into the tables of a catalogue";
  }

  @Override
  public Class<ReduceConfig> config() {
    return ReduceConfig.class;
  }

  @Override
  public String example() {
    return "reduce input=raw geometry.poni=cal.poni catalogue=tables integration.points=2000"
        + " integration.unit=2th_deg";
  }

  @Override
  public ExitCode run(JobContext context, ReduceConfig given) {
    ReduceConfig config = withInput(context, given);
    ReduceSettings settings = settings(config);
    ReduceSummary summary =
        new ReduceRun(DebyeSession.open(name()), settings, new ProgressReport(context.console()))
            .run();
    Catalogue catalogue = Catalogue.at(config.catalogue());
    List<String> pictures = new QuickLook(catalogue, config.figures()).draw(summary.runId());
    context.console().line(SummaryText.of("reduced", summary, catalogue.location(), pictures));
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  /** Where no input is named, raw frames are simulated first. */
  private static ReduceConfig withInput(JobContext context, ReduceConfig config) {
    if (config.simulate() == null || !config.input().isEmpty()) {
      return config;
    }
    Simulation made = Simulation.write(config.simulate(), context.console());
    return config.of(made.files().stream().map(Path::toString).toList(), made.poni().toString());
  }

  private static ReduceSettings settings(ReduceConfig config) {
    FramesConfig frames = config.frames();
    FrameRange range = frames.range() == null ? new FrameRange(0, null) : frames.range();
    CorrectionConfig correction = config.correction();
    return new ReduceSettings(
        config.input(),
        config.catalogue(),
        new SourceSelection(frames.include(), frames.exclude()),
        new PlanSettings(frames.dataset(), frames.roots(), config.conditions()),
        new FrameSelection(range.first(), range.last(), frames.step(), frames.sum()),
        config.geometry().settings(),
        new CorrectionSettings(
            config.mask().files(),
            config.mask().rules(),
            correction.dark(),
            correction.flat(),
            correction.useFileFlat()),
        config.integration().settings(),
        config.baseline().settings(),
        config.retryFailed(),
        ConfigText.of(config));
  }
}
