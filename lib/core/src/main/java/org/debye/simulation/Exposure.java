package org.debye.simulation;

import java.io.Serializable;

/**
 * How long and how bright. Rates are of one pixel that sees the whole beam's scatter: on the axis
 * of the detector and with an unpolarised beam.
 *
 * @param seconds exposure of one frame, s, above 0
 * @param periodSeconds from one frame's start to the next, s, at least the exposure
 * @param peakRate counts/s at the top of the first frame's strongest line, at least 0
 * @param backgroundRate counts/s of the smooth background where it is highest, at least 0
 */
public record Exposure(double seconds, double periodSeconds, double peakRate, double backgroundRate)
    implements Serializable {
  public Exposure {
    if (!(seconds > 0) || !(periodSeconds >= seconds)) {
      throw new IllegalArgumentException(
          "exposure must be positive and not above the frame period, got "
              + seconds
              + " s of "
              + periodSeconds
              + " s");
    }
    if (!(peakRate >= 0 && peakRate * seconds <= 1e6)
        || !(backgroundRate >= 0 && backgroundRate * seconds <= 1e6)) {
      throw new IllegalArgumentException(
          "rates must be at least 0 and at most 1e6 counts a frame, got "
              + peakRate
              + " and "
              + backgroundRate
              + " counts/s");
    }
  }
}
