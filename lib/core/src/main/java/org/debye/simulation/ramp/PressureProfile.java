package org.debye.simulation.ramp;

/**
 * Pressure against time: held at the start, raised to the peak, held there; the release of the
 * trapezoid is not recorded. While it rises it is start + (peak - start) (t / rise)^exponent.
 *
 * @param startGpa GPa, at least 0
 * @param peakGpa GPa, above the start
 * @param holdSeconds before it rises, s
 * @param riseSeconds from start to peak, s
 * @param exponent 1 is a constant rate
 */
public record PressureProfile(
    double startGpa, double peakGpa, double holdSeconds, double riseSeconds, double exponent) {
  public PressureProfile {
    if (!(startGpa >= 0 && peakGpa > startGpa && peakGpa <= 300)) {
      throw new IllegalArgumentException(
          "pressure must rise from at least 0 to at most 300 GPa, got "
              + startGpa
              + " to "
              + peakGpa);
    }
    if (!(holdSeconds >= 0) || !(riseSeconds > 0) || !(exponent > 0 && exponent <= 20)) {
      throw new IllegalArgumentException(
          "hold, rise and exponent must be positive, got "
              + holdSeconds
              + " s, "
              + riseSeconds
              + " s and "
              + exponent);
    }
  }

  /** A rise at a constant rate, GPa/s. */
  static PressureProfile trapezoid(
      double startGpa, double peakGpa, double holdSeconds, double rateGpaPerSecond) {
    return new PressureProfile(
        startGpa, peakGpa, holdSeconds, (peakGpa - startGpa) / rateGpaPerSecond, 1);
  }

  /** GPa at a time, s since the first frame. */
  public double at(double seconds) {
    double progress = Math.min(1, Math.max(0, (seconds - holdSeconds) / riseSeconds));
    return startGpa + (peakGpa - startGpa) * StrictMath.pow(progress, exponent);
  }
}
