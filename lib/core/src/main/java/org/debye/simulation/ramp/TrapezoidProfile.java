package org.debye.simulation.ramp;

/**
 * Held at the start, raised to the peak at a constant rate, held there; the release of the
 * trapezoid is not recorded.
 *
 * @param startGpa GPa, at least 0
 * @param peakGpa GPa, above the start
 * @param holdSeconds before it rises, s
 * @param riseSeconds from start to peak, s
 */
public record TrapezoidProfile(
    double startGpa, double peakGpa, double holdSeconds, double riseSeconds)
    implements PressureProfile {
  public TrapezoidProfile {
    if (!(startGpa >= 0 && peakGpa > startGpa && peakGpa <= 300)) {
      throw new IllegalArgumentException(
          "pressure must rise from at least 0 to at most 300 GPa, got "
              + startGpa
              + " to "
              + peakGpa);
    }
    if (!(holdSeconds >= 0) || !(riseSeconds > 0)) {
      throw new IllegalArgumentException(
          "hold and rise must be positive, got " + holdSeconds + " s and " + riseSeconds + " s");
    }
  }

  /** A rise at a rate in GPa/s. */
  static TrapezoidProfile at(
      double startGpa, double peakGpa, double holdSeconds, double rateGpaPerSecond) {
    return new TrapezoidProfile(
        startGpa, peakGpa, holdSeconds, (peakGpa - startGpa) / rateGpaPerSecond);
  }

  @Override
  public double at(double seconds) {
    double progress = Math.min(1, Math.max(0, (seconds - holdSeconds) / riseSeconds));
    return startGpa + (peakGpa - startGpa) * progress;
  }
}
