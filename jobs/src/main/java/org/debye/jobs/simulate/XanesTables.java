package org.debye.jobs.simulate;

import java.util.List;
import java.util.Objects;
import org.debye.jobs.Console;
import org.debye.jobs.ExitCode;
import org.debye.jobs.config.ConfigText;
import org.debye.jobs.report.ProgressReport;
import org.debye.jobs.report.SummaryText;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.spark.DebyeSession;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.simulation.SimulationRun;
import org.debye.spark.simulation.XanesSimulation;

/** Simulated absorption spectra in the tables of a catalogue. */
final class XanesTables {
  private XanesTables() {}

  /** Does what is missing. */
  static ExitCode write(SimulateConfig config, Console console) {
    String catalogue = Objects.requireNonNull(config.catalogue());
    XanesSimulation simulation =
        new XanesSimulation(
            config.xanes().elements(),
            config.seed(),
            config.xanes().share(),
            config.xanes().margin());
    ReduceSummary summary =
        new SimulationRun(
                DebyeSession.open("simulate"),
                simulation,
                new SimulationRun.Target(catalogue, ConfigText.of(config)),
                new ProgressReport(console))
            .run();
    console.line(SummaryText.of("simulated", summary, catalogue, List.of()));
    console.line(
        "truth     class of every site, table labels; "
            + SimulatedXanes.VERSION
            + ", a stand-in for computed spectra");
    return summary.incomplete() ? ExitCode.SOME_FAILED : ExitCode.DONE;
  }
}
