package org.debye.learning.probe;

import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.TrainingSettings;

/**
 * How a linear layer learns: by Adam, at a constant rate.
 *
 * @param rate of learning
 * @param weightDecay of its weights; the thesis has 1e-4
 * @param epochs over all representations
 * @param batch representations of a step
 * @param seed of its first weights and of the order
 */
public record HeadSettings(double rate, double weightDecay, int epochs, int batch, long seed) {
  TrainingSettings training() {
    return new TrainingSettings(
        epochs,
        batch,
        rate,
        OptimiserSettings.AdamSettings.of(weightDecay, false),
        new Schedule.Constant(),
        Stopping.NEVER,
        seed);
  }
}
