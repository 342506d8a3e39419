package org.debye.spectra.reduction;

import java.io.Serializable;

/**
 * Azimuthal sigma clipping: pixels that stand out of their ring are left out, again and again,
 * until none does.
 *
 * @param threshold standard deviations; raised to Chauvenet's criterion sqrt(2 ln(n / sqrt(2 pi)))
 *     where that is larger, so that a ring of good pixels loses none
 * @param cycles at most so many
 */
public record SigmaClipping(double threshold, int cycles) implements Serializable {
  public SigmaClipping {
    if (!(threshold >= 0)) {
      throw new IllegalArgumentException("threshold must not be negative, got " + threshold);
    }
    if (cycles < 1) {
      throw new IllegalArgumentException("cycles must be at least 1, got " + cycles);
    }
  }
}
