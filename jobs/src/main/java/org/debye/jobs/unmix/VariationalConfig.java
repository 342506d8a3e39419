package org.debye.jobs.unmix;

import org.debye.inference.variational.Iterate;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.unmixing.posterior.VariationalStartSettings;

/** Keys of {@code vi}: variational inference. */
public record VariationalConfig(
    @Key(meaning = "Steps of the optimiser.", unit = "steps", byDefault = "1600") int iterations,
    @Key(meaning = "Step size of Adam.", unit = "1", byDefault = "0.005") double learningRate,
    @Key(meaning = "Draws taken from the fitted distribution.", unit = "draws", byDefault = "1000")
        int draws,
    @Key(
            meaning = "Rank of the low-rank family's covariance beyond its diagonal.",
            unit = "1",
            byDefault = "10")
        int rank) {
  /** Draws that quantiles of abundances are taken from. */
  private static final int KEPT = 400;

  public VariationalConfig {
    requireSteps(iterations, learningRate);
    InvalidValue.unless(
        draws >= 100 && draws <= 1_000_000,
        "draws",
        draws + " is not within 100 and 1000000",
        "Write 1000.");
    InvalidValue.unless(
        rank >= 1 && rank <= 1000, "rank", rank + " is not within 1 and 1000", "Write 10.");
  }

  /** Refuses what no optimiser can do. */
  public static void requireSteps(int iterations, double learningRate) {
    InvalidValue.unless(
        iterations >= 1 && iterations <= 10_000_000,
        "iterations",
        iterations + " is not within 1 and 10000000",
        "The paper takes 1600.");
    InvalidValue.unless(
        learningRate > 0 && learningRate <= 1,
        "learningRate",
        learningRate + " is not above 0 and at most 1",
        "The paper takes 0.005.");
  }

  /** The kernel's settings. */
  public VariationalStartSettings settings() {
    return new VariationalStartSettings(iterations, learningRate, Iterate.LAST, draws, rank, KEPT);
  }
}
