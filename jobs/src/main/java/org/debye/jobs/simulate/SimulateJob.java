package org.debye.jobs.simulate;

import org.debye.jobs.ExitCode;
import org.debye.jobs.Job;
import org.debye.jobs.JobContext;

/** Raw frame stacks of a physics recipe, with their truth. Starts no Spark. */
public final class SimulateJob implements Job<SimulateConfig> {
  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public String summary() {
    return "a physics recipe to raw NeXus frame stacks with their truth";
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
    Simulation simulation = Simulation.write(config, context.console());
    context.console().line("geometry  " + simulation.poni());
    context.console().line("truth     " + simulation.truth());
    return ExitCode.DONE;
  }
}
