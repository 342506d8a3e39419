package org.debye.spark.rival;

import org.debye.classification.LabelledSpectra;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** What MLlib would answer with a stack trace. */
final class RivalInput {
  private RivalInput() {}

  static void requireDifferences(LabelledSpectra training) {
    float[] values = training.intensities();
    for (int i = training.points(); i < values.length; i++) {
      if (values[i] != values[i - training.points()]) {
        return;
      }
    }
    throw InputException.of(
        FailureCode.CONSTANT_SPECTRA,
        "training",
        "all " + training.count() + " spectra are equal",
        "Check what was read: there is nothing to tell classes by.");
  }
}
