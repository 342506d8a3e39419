package org.debye.jobs.study.encoder;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.optimise.OptimiserSettings;
import org.debye.learning.optimise.Schedule;
import org.debye.learning.train.Stopping;
import org.debye.learning.train.TrainingSettings;

/** Keys of {@code encoders.linear}: the layer that labels teach; SGD. */
public record LinearConfig(
    @Key(meaning = "At most.", unit = "epochs", byDefault = "400") int epochs,
    @Key(meaning = "Of a step.", unit = "spectra", byDefault = "64") int batch,
    @Key(meaning = "Learning rate.", unit = "1", byDefault = "0.1") double rate,
    @Key(meaning = "Weight decay.", unit = "1", byDefault = "1e-4") double weightDecay,
    @Key(meaning = "Share of the last step that is kept.", unit = "1", byDefault = "0.9")
        double momentum,
    @Key(
            meaning =
                "Ends after so many epochs without a better result on the labels that are kept for"
                    + " this; 0 for never.",
            unit = "epochs",
            byDefault = "20")
        int patience,
    @Key(
            meaning =
                "Shift and scale each number of a representation to mean 0 and variance 1 over all"
                    + " spectra, before the layer sees it.",
            byDefault = "false")
        boolean standardise,
    @Key(meaning = "What is better: a lower loss, or a higher accuracy.", byDefault = "loss")
        Stopping.Criterion by) {
  public LinearConfig {
    InvalidValue.unless(epochs >= 1, "epochs", epochs + " is below 1", "Write 400.");
    InvalidValue.unless(batch >= 1, "batch", batch + " is below 1", "Write 64.");
    InvalidValue.unless(rate > 0, "rate", rate + " is not above 0", "Write 0.1.");
    InvalidValue.unless(patience >= 0, "patience", patience + " is below 0", "Write 20.");
  }

  TrainingSettings settings(long seed, boolean checked) {
    return new TrainingSettings(
        epochs,
        batch,
        rate,
        new OptimiserSettings.SgdSettings(momentum, weightDecay, false),
        new Schedule.Constant(),
        Stopping.after(checked ? patience : 0, by),
        seed);
  }
}
