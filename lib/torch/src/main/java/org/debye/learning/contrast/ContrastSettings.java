package org.debye.learning.contrast;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * How a contrastive loss looks at representations.
 *
 * @param dimension of the projection; the thesis has 128
 * @param temperature tau that scalar products are divided by
 */
public record ContrastSettings(int dimension, double temperature) implements Serializable {
  /** 128 numbers, at the temperature of the authors' program. */
  public static final ContrastSettings OF_THE_THESIS = new ContrastSettings(128, 0.1);

  /** Checks the ranges. */
  public ContrastSettings {
    require(dimension >= 1, "dimension", "a projection on " + dimension + " numbers");
    require(
        temperature > 0 && Double.isFinite(temperature),
        "temperature",
        "a temperature of " + temperature);
  }

  private static void require(boolean holds, String key, String problem) {
    if (!holds) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION, key, problem, "Leave the key out for the default.");
    }
  }
}
