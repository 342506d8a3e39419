package org.debye.augmentation;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** What augmentations are asked for must be numbers that have a meaning. */
final class Parameter {
  private Parameter() {}

  /** A standard deviation: finite, at least 0. */
  static void requireDeviation(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw refused(name, "a deviation of " + value, "Give a finite number that is at least 0.");
    }
  }

  /** Knots between the two ends. */
  static void requireKnots(String name, int knots) {
    if (knots < 0) {
      throw refused(name, knots + " knots", "Give a number that is at least 0.");
    }
  }

  static InputException refused(String name, String problem, String remedy) {
    return InputException.of(FailureCode.INVALID_CONFIGURATION, name, problem, remedy);
  }
}
