package org.debye.jobs.simulate;

import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;

/**
 * Raw frame stacks of a physics recipe, or spectra in tables, with their truth. Only the recipe
 * that writes tables starts Spark.
 */
public final class SimulateJob implements Job<SimulateConfig> {
  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String summary() {
    return "a recipe to raw NeXus frame stacks, spectra in tables or mixed points, with their"
        + " truth";
  }

  @Override
  public Class<SimulateConfig> config() {
    return SimulateConfig.class;
  }

  @Override
  public String example() {
    return "simulate recipe=raw-ramp seed=1 output=raw";
  }

  @Override
  public ExitCode run(JobContext context, SimulateConfig config) {
    switch (config.recipe()) {
      case RAW_RAMP -> {
        Simulation simulation = Simulation.write(config, context.console());
        context.console().line("geometry  " + simulation.poni());
        context.console().line("truth     " + simulation.truth());
      }
      case RAMP -> {
        return RampTables.write(config, context.console());
      }
      case XANES -> {
        return XanesTables.write(config, context.console());
      }
      case MIXTURE -> MixtureFiles.write(config, context.console());
    }
    return ExitCode.DONE;
  }
}
