package org.debye.jobs.train;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.learning.optimise.OptimiserSettings;

/** Keys of {@code optimiser}; names and defaults are PyTorch's. */
public record OptimiserConfig(
    @Key(meaning = "sgd, adam, adam-w, adagrad.", byDefault = "adam") OptimiserKind kind,
    @Key(meaning = "Learning rate.", unit = "1", byDefault = "0.002") double rate,
    @Key(meaning = "Weight decay.", unit = "1", byDefault = "2e-5") double weightDecay,
    @Key(meaning = "Of sgd: share of the last step that is kept.", unit = "1", byDefault = "0.9")
        double momentum,
    @Key(meaning = "Of sgd: look ahead along the momentum.", byDefault = "false") boolean nesterov,
    @Key(meaning = "Of adam: decay of the mean gradient.", unit = "1", byDefault = "0.9")
        double beta1,
    @Key(meaning = "Of adam: decay of the mean square.", unit = "1", byDefault = "0.999")
        double beta2) {
  private static final double ADAM_EPSILON = 1e-8;
  private static final double ADAGRAD_EPSILON = 1e-10;

  public OptimiserConfig {
    InvalidValue.unless(rate > 0, "rate", rate + " is not above 0", "Write 0.002, for example.");
    InvalidValue.unless(
        weightDecay >= 0, "weightDecay", weightDecay + " is below 0", "Write 0 for none.");
    share("momentum", momentum);
    share("beta1", beta1);
    share("beta2", beta2);
  }

  private static void share(String key, double value) {
    InvalidValue.unless(
        value >= 0 && value < 1, key, value + " is not at least 0 and below 1", "Write 0.9.");
  }

  OptimiserSettings settings() {
    return switch (kind) {
      case SGD -> new OptimiserSettings.SgdSettings(momentum, weightDecay, nesterov);
      case ADAM ->
          new OptimiserSettings.AdamSettings(beta1, beta2, ADAM_EPSILON, weightDecay, false);
      case ADAM_W ->
          new OptimiserSettings.AdamSettings(beta1, beta2, ADAM_EPSILON, weightDecay, true);
      case ADAGRAD -> new OptimiserSettings.AdaGradSettings(ADAGRAD_EPSILON, weightDecay);
    };
  }
}
