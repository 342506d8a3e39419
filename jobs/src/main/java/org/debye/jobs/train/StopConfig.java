package org.debye.jobs.train;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.train.Stopping;
import org.jspecify.annotations.Nullable;

/** Keys of {@code stop}: when training ends before its last epoch. */
public record StopConfig(
    @Key(
            meaning =
                "After so many epochs without a better validation; the weights of the best"
                    + " epoch, the first of equals, are kept. 0 for never. Needs"
                    + " split.validation.",
            unit = "epochs",
            byDefault = "0")
        int patience,
    @Key(meaning = "What is better: loss, a lower one; accuracy, a higher one.", byDefault = "loss")
        Stopping.Criterion by,
    @Key(meaning = "When the accuracy of training reaches this.", unit = "1")
        @Nullable Double accuracy,
    @Key(meaning = "When the loss of training falls to this.", unit = "nats")
        @Nullable Double loss) {
  public StopConfig {
    InvalidValue.unless(patience >= 0, "patience", patience + " is below 0", "Write 0 for never.");
    InvalidValue.unless(
        accuracy == null || (accuracy > 0 && accuracy <= 1),
        "accuracy",
        accuracy + " is not above 0 and at most 1",
        "Leave it out for never.");
    InvalidValue.unless(
        loss == null || loss > 0, "loss", loss + " is not above 0", "Leave it out for never.");
  }

  Stopping stopping() {
    return new Stopping(
        patience,
        by,
        accuracy == null ? Stopping.NEVER.accuracy() : accuracy,
        loss == null ? Stopping.NEVER.loss() : loss);
  }
}
