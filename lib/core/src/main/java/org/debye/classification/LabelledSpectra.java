package org.debye.classification;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Spectra on one axis, each with its class.
 *
 * @param points P, the length of the axis
 * @param intensities N x P, row major, finite
 * @param labels N labels
 */
public record LabelledSpectra(int points, float[] intensities, ClassLabels labels)
    implements Serializable {

  /**
   * Checks shapes and values.
   *
   * @throws InputException when an intensity is NaN or infinite
   */
  public LabelledSpectra {
    if (points < 1 || intensities.length != (long) points * labels.count()) {
      throw new IllegalArgumentException(
          intensities.length + " intensities for " + labels.count() + " spectra of " + points);
    }
    requireFinite(intensities, points);
  }

  /** N. */
  public int count() {
    return labels.count();
  }

  /** Some of the spectra, in the order asked for. */
  public LabelledSpectra of(int[] records) {
    float[] some = new float[records.length * points];
    for (int i = 0; i < records.length; i++) {
      System.arraycopy(intensities, records[i] * points, some, i * points, points);
    }
    return new LabelledSpectra(points, some, labels.of(records));
  }

  /**
   * Whether all intensities are numbers.
   *
   * @throws InputException naming the first spectrum with one that is not
   */
  public static void requireFinite(float[] intensities, int points) {
    for (int i = 0; i < intensities.length; i++) {
      if (!Float.isFinite(intensities[i])) {
        throw InputException.of(
            FailureCode.NON_FINITE_SPECTRA,
            "spectrum " + i / points,
            "intensity " + i % points + " is " + intensities[i],
            "Leave the spectrum out, or fill the gap before it is classified.");
      }
    }
  }
}
