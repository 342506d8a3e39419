package org.debye.simulation;

import java.io.Serializable;

/**
 * Pressure along the ramp: start + (end - start) progress^exponent, progress running from 0 at the
 * first frame to 1 at the last. The defaults follow the platinum lines of the published ramp: 0.5
 * GPa at first, 13 GPa half way, 86 GPa at last.
 *
 * @param startGpa GPa, at least 0
 * @param endGpa GPa, above the start
 * @param exponent above 0; 1 is a linear ramp
 */
public record PressureRamp(double startGpa, double endGpa, double exponent)
    implements Serializable {
  public PressureRamp {
    if (!(startGpa >= 0) || !(endGpa > startGpa) || !(endGpa <= 300)) {
      throw new IllegalArgumentException(
          "pressure must rise from at least 0 to at most 300 GPa, got "
              + startGpa
              + " to "
              + endGpa);
    }
    if (!(exponent > 0 && exponent <= 20)) {
      throw new IllegalArgumentException(
          "pressure exponent must be above 0 and at most 20, got " + exponent);
    }
  }

  /** The ramp of the published figures. */
  public static PressureRamp published() {
    return new PressureRamp(0.5, 86, 2.8);
  }

  /** GPa at a progress within 0 and 1. */
  public double at(double progress) {
    return startGpa + (endGpa - startGpa) * StrictMath.pow(progress, exponent);
  }
}
