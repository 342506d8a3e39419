package org.debye.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.ProgressReport;
import org.debye.jobs.report.SummaryText;
import org.debye.jobs.report.TextTable;
import org.debye.simulation.ramp.OracleScore;
import org.debye.simulation.ramp.RampDataset;
import org.debye.simulation.ramp.SimulatedRamp;
import org.debye.spark.DebyeSession;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.simulation.RampSimulation;
import org.debye.spark.simulation.SimulationRun;
import org.debye.spectra.baseline.BaselineSettings;

/** Simulated ramps in the tables of a catalogue, and what can be known of their labels at best. */
final class RampTables {
  private RampTables() {}

  /** Does what is missing. */
  static ExitCode write(SimulateConfig config, Console console) {
    List<RampDataset> datasets = RampChoice.of(config.dataset());
    String catalogue = Objects.requireNonNull(config.catalogue());
    RampSimulation simulation =
        new RampSimulation(
            datasets.stream().map(RampDataset::name).toList(),
            config.seed(),
            config.sums(),
            baseline(config.rebin()));
    ReduceSummary summary =
        new SimulationRun(
                DebyeSession.open("simulate"),
                simulation,
                new SimulationRun.Target(catalogue, ConfigText.of(config)),
                new ProgressReport(console))
            .run();
    if (summary.reduced() > 0) {
      console.line(ceiling(datasets, config.seed()).text());
    }
    console.line(SummaryText.of("simulated", summary, catalogue, List.of()));
    console.line("truth     of every frame, tables labels and peaks; " + SimulatedRamp.VERSION);
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }

  /**
   * As stiff along the axis whatever the number of points: squared second differences of one curve
   * are as the fourth power of the distance of points.
   */
  private static BaselineSettings baseline(int neighbours) {
    BaselineSettings.Als usual = BaselineSettings.Als.DEFAULT;
    return neighbours == 1
        ? usual
        : new BaselineSettings.Als(
            usual.lambda() / Math.pow(neighbours, 4), usual.asymmetry(), usual.iterations());
  }

  /** The scores of an oracle that knows all but the share of the new phase. */
  private static TextTable ceiling(List<RampDataset> datasets, long seed) {
    List<List<String>> rows = new ArrayList<>();
    for (RampDataset dataset : datasets) {
      OracleScore score = OracleScore.of(new SimulatedRamp(dataset, seed));
      rows.add(
          List.of(
              dataset.name(),
              Integer.toString(dataset.frames()),
              String.format(Locale.ROOT, "%.2f", 100 * score.accuracy()),
              Integer.toString(score.onsetError()),
              Integer.toString(score.completionError()),
              TextTable.number(score.shareError())));
    }
    return new TextTable(
        "ceiling   of an oracle that knows every line: no model is expected above",
        List.of("dataset", "frames", "accuracy %", "onset off", "end off", "share rms"),
        rows);
  }
}
