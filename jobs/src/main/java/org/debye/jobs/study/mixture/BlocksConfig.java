package org.debye.jobs.study.mixture;

import org.debye.inference.variational.Iterate;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.unmix.VariationalConfig;
import org.debye.unmixing.posterior.VariationalStartSettings;

/** Keys of {@code unmixing.vi-blocks}: variational inference by conditional blocks. */
public record BlocksConfig(
    @Key(
            meaning =
                "Steps of the optimiser, the fit being the mean of the second half; fewer than this"
                    + " seldom converge.",
            unit = "steps",
            byDefault = "25600")
        int iterations,
    @Key(meaning = "Step size of Adam.", unit = "1", byDefault = "0.005") double learningRate) {

  public BlocksConfig {
    VariationalConfig.requireSteps(iterations, learningRate);
    InvalidValue.unless(
        iterations >= 2, "iterations", "one step has no second half", "Write 25600.");
  }

  /** The kernel's settings; what is drawn is as of the other families. */
  VariationalStartSettings settings(VariationalStartSettings others) {
    return new VariationalStartSettings(
        iterations,
        learningRate,
        Iterate.MEAN_OF_SECOND_HALF,
        others.draws(),
        others.rank(),
        others.keptDraws());
  }
}
