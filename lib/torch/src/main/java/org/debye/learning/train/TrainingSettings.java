package org.debye.learning.train;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;

/**
 * How a model is trained.
 *
 * @param epochs at most
 * @param batchFrames spectra of a batch, over all ranks
 * @param rate learning rate
 * @param optimiser and its constants
 * @param schedule of the rate
 * @param stopping when before the last epoch
 * @param seed of weights, order, dropout
 */
public record TrainingSettings(
    int epochs,
    int batchFrames,
    double rate,
    OptimiserSettings optimiser,
    Schedule schedule,
    Stopping stopping,
    long seed)
    implements Serializable {
  /** Checks the ranges. */
  public TrainingSettings {
    require(epochs >= 1, "epochs", epochs + " epochs teach nothing", "Set at least 1.");
    require(batchFrames >= 1, "batch", "a batch of " + batchFrames, "Set at least 1.");
    require(
        rate > 0 && Double.isFinite(rate),
        "rate",
        "a learning rate of " + rate + " leads nowhere",
        "Set a number above 0, such as 0.002.");
  }

  /** Adam with its usual constants at one rate, to the last epoch. */
  public static TrainingSettings adam(int epochs, int batchFrames, double rate, long seed) {
    return new TrainingSettings(
        epochs,
        batchFrames,
        rate,
        OptimiserSettings.AdamSettings.of(0, false),
        new Schedule.Constant(),
        Stopping.NEVER,
        seed);
  }

  private static void require(boolean holds, String key, String problem, String remedy) {
    if (!holds) {
      throw InputException.of(FailureCode.INVALID_CONFIGURATION, key, problem, remedy);
    }
  }
}
