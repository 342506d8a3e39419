package org.debye.learning.optimise;

import java.io.Serializable;

/**
 * The learning rate of each epoch, times the rate that is set.
 *
 * <p>Sealed, so that a card can name it.
 */
public sealed interface Schedule extends Serializable {
  /**
   * The factor of an epoch.
   *
   * @param epoch from 0
   * @param epochs in all
   */
  double factor(int epoch, int epochs);

  /** The same rate throughout. */
  record Constant() implements Schedule {
    @Override
    public double factor(int epoch, int epochs) {
      return 1;
    }
  }

  /**
   * Divided every so many epochs.
   *
   * @param every epochs, at least 1
   * @param times what is left, above 0 and at most 1
   */
  record Step(int every, double times) implements Schedule {
    /** Checks the ranges. */
    public Step {
      if (every < 1 || !(times > 0 && times <= 1)) {
        throw new IllegalArgumentException("a step of " + times + " every " + every + " epochs");
      }
    }

    @Override
    public double factor(int epoch, int epochs) {
      int falls = epoch / every;
      return Math.pow(times, falls);
    }
  }

  /**
   * Rises in a line, then falls as half a cosine to nothing (Loshchilov and Hutter 2017, one
   * period).
   *
   * @param warmUp epochs of the rise, 0 for none
   * @param from the factor that it rises from
   */
  record WarmUpCosine(int warmUp, double from) implements Schedule {
    /** Checks the ranges. */
    public WarmUpCosine {
      if (warmUp < 0 || !(from >= 0 && from <= 1)) {
        throw new IllegalArgumentException("a rise from " + from + " over " + warmUp + " epochs");
      }
    }

    @Override
    public double factor(int epoch, int epochs) {
      if (epoch < warmUp) {
        return from + (1 - from) * epoch / warmUp;
      }
      double share = (epoch - warmUp) / (double) Math.max(epochs - warmUp, 1);
      return (1 + Math.cos(Math.PI * share)) / 2;
    }
  }
}
