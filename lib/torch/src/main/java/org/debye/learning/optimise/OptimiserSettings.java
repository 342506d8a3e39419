package org.debye.learning.optimise;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.weight.WeightBlock;

/** Which optimiser, and its constants; names and defaults are PyTorch's. */
public sealed interface OptimiserSettings extends Serializable {
  /** Of this block, which has not moved yet. */
  Optimiser of(WeightBlock block);

  /**
   * Stochastic gradient descent with momentum (Polyak 1964; Sutskever et al. 2013).
   *
   * @param momentum share of the last step that is kept, 0 for none
   * @param weightDecay times the weights is added to the gradient
   * @param nesterov looks ahead along the momentum
   */
  record SgdSettings(double momentum, double weightDecay, boolean nesterov)
      implements OptimiserSettings {
    /** Checks the ranges. */
    public SgdSettings {
      share("momentum", momentum);
      atLeastZero("weight-decay", weightDecay);
    }

    @Override
    public Optimiser of(WeightBlock block) {
      return new Sgd(block, this);
    }
  }

  /**
   * Kingma and Ba 2015; with {@code decoupled} AdamW, Loshchilov and Hutter 2019.
   *
   * @param beta1 of the mean gradient
   * @param beta2 of the mean square
   * @param epsilon added to the root
   * @param weightDecay added to the gradient, or, decoupled, taken from the weights
   * @param decoupled whether decay bypasses the moments
   */
  record AdamSettings(
      double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
      implements OptimiserSettings {
    /** Checks the ranges. */
    public AdamSettings {
      share("beta1", beta1);
      share("beta2", beta2);
      atLeastZero("weight-decay", weightDecay);
    }

    /** With the usual constants. */
    public static AdamSettings of(double weightDecay, boolean decoupled) {
      return new AdamSettings(0.9, 0.999, 1e-8, weightDecay, decoupled);
    }

    @Override
    public Optimiser of(WeightBlock block) {
      return new Adam(block, this);
    }
  }

  /**
   * Duchi, Hazan and Singer 2011.
   *
   * @param epsilon added to the root
   * @param weightDecay times the weights is added to the gradient
   */
  record AdaGradSettings(double epsilon, double weightDecay) implements OptimiserSettings {
    /** Checks the range. */
    public AdaGradSettings {
      atLeastZero("weight-decay", weightDecay);
    }

    @Override
    public Optimiser of(WeightBlock block) {
      return new AdaGrad(block, this);
    }
  }

  private static void share(String key, double value) {
    if (!(value >= 0 && value < 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "optimiser." + key,
          value + " is outside of its range",
          "Set a number of at least 0 and below 1.");
    }
  }

  private static void atLeastZero(String key, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "optimiser." + key,
          value + " is outside of its range",
          "Set a number of at least 0.");
    }
  }
}
