package org.debye.learning.network;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * What an architecture leaves open.
 *
 * @param points of a spectrum
 * @param dropout share dropped after hidden layers, 0 for none
 */
public record EncoderSettings(int points, double dropout) implements Serializable {
  /** Checks the ranges. */
  public EncoderSettings {
    if (points < 1) {
      throw new IllegalArgumentException("spectra of " + points + " points");
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "dropout",
          dropout + " is not a share that can be dropped",
          "Set a number of at least 0 and below 1.");
    }
  }

  /** Checks that something is left of a spectrum after convolutions and pools. */
  long left(long points, Architecture architecture) {
    if (points < 1) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "model " + architecture,
          "spectra of " + points() + " points are too short for its convolutions",
          "Take model=fcnn, lstm or transformer, or spectra on a finer axis.");
    }
    return points;
  }
}
