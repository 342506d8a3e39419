package org.debye.learning.contrast;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Momentum contrast.
 *
 * @param contrast of the loss
 * @param capacity Q of the queue of keys; the thesis has twice the number of spectra
 * @param momentum m of the key encoder; the authors' program has 0.99
 */
public record MomentumSettings(ContrastSettings contrast, int capacity, double momentum)
    implements Serializable {
  /** Checks the ranges. */
  public MomentumSettings {
    if (capacity < 1 || !(momentum >= 0 && momentum <= 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "momentum contrast",
          "a queue of " + capacity + " keys with a momentum of " + momentum,
          "Give at least one key and a momentum from 0 to 1.");
    }
  }
}
