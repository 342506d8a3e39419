package org.debye.spectra.reduction;

import java.io.Serializable;

/** A closed interval. An azimuth range may have its start above its end: it passes 180 degrees. */
public record Range(double start, double end) implements Serializable {
  public Range {
    if (!Double.isFinite(start) || !Double.isFinite(end) || start == end) {
      throw new IllegalArgumentException(
          "range must be finite and not empty: " + start + ", " + end);
    }
  }
}
