package org.debye.simulation.ramp;

import java.util.List;

/**
 * Pressures that were measured at some times, and between them the cubic polynomials that have the
 * harmonic mean of the neighbouring slopes at each time, and so never overshoot (Fritsch and
 * Butland 1984, SIAM J. Sci. Stat. Comput. 5:300). Before the first and after the last it is
 * constant.
 *
 * @param seconds since the first frame, ascending, at least two
 * @param gpa GPa, ascending
 */
public record MeasuredProfile(List<Double> seconds, List<Double> gpa) implements PressureProfile {
  public MeasuredProfile {
    seconds = List.copyOf(seconds);
    gpa = List.copyOf(gpa);
    if (seconds.size() < 2 || seconds.size() != gpa.size()) {
      throw new IllegalArgumentException(
          seconds.size() + " times and " + gpa.size() + " pressures; there must be two of each");
    }
    for (int i = 1; i < gpa.size(); i++) {
      if (!(seconds.get(i) > seconds.get(i - 1)) || !(gpa.get(i) > gpa.get(i - 1))) {
        throw new IllegalArgumentException(
            "times and pressures must rise, got " + seconds + " s and " + gpa + " GPa");
      }
    }
  }

  @Override
  public double at(double time) {
    int last = seconds.size() - 1;
    if (time <= seconds.get(0)) {
      return gpa.get(0);
    }
    if (time >= seconds.get(last)) {
      return gpa.get(last);
    }
    int right = 1;
    while (seconds.get(right) < time) {
      right++;
    }
    double step = seconds.get(right) - seconds.get(right - 1);
    double t = (time - seconds.get(right - 1)) / step;
    double from = gpa.get(right - 1);
    double to = gpa.get(right);
    double rest = 1 - t;
    return from * (1 + 2 * t) * rest * rest
        + to * (3 - 2 * t) * t * t
        + step * t * rest * (slope(right - 1) * rest - slope(right) * t);
  }

  /** At a knot, GPa/s. */
  private double slope(int knot) {
    if (knot == 0) {
      return secant(1);
    }
    if (knot == seconds.size() - 1) {
      return secant(knot);
    }
    return 2 / (1 / secant(knot) + 1 / secant(knot + 1));
  }

  private double secant(int right) {
    return (gpa.get(right) - gpa.get(right - 1)) / (seconds.get(right) - seconds.get(right - 1));
  }
}
