package org.debye.unmixing.scene;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;

/**
 * Spectra to unmix, all on one axis.
 *
 * @param name of the set, for messages: a file or dataset
 * @param count N
 * @param points P of each spectrum
 * @param values N x P, row major, finite; not copied
 */
public record Scene(String name, int count, int points, double[] values) {

  /**
   * Checks the values.
   *
   * @throws InputException NON_FINITE_SPECTRA with how many, and which is the first
   */
  public Scene {
    if (count < 1 || points < 1 || values.length != count * points) {
      throw new IllegalArgumentException(
          values.length + " values for " + count + " spectra of " + points);
    }
    requireFinite(name, points, values);
  }

  /** From single precision. */
  public static Scene of(String name, int points, float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return new Scene(name, values.length / points, points, wide);
  }

  /** The spectra as points of the measurement space. */
  public Observations observations() {
    return new Observations(count, points, values);
  }

  private static void requireFinite(String name, int points, double[] values) {
    int bad = 0;
    int spectra = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        bad++;
        first = first < 0 ? i : first;
        spectra += i / points == last ? 0 : 1;
        last = i / points;
      }
    }
    if (bad > 0) {
      throw InputException.of(
          FailureCode.NON_FINITE_SPECTRA,
          name,
          "%d values in %d of %d spectra are not finite, the first in spectrum %d at point %d"
              .formatted(
                  bad, spectra, values.length / points, first / points + 1, first % points + 1),
          "Leave those spectra or points out.");
    }
  }
}
