package org.debye.simulation;

import java.io.Serializable;

/** How a solid shrinks under pressure at room temperature. */
public sealed interface EquationOfState extends Serializable permits BirchMurnaghan, Vinet {
  /** The strongest compression that is looked for. */
  double SMALLEST_RATIO = 0.25;

  /**
   * Pressure at a compression.
   *
   * @param volumeRatio V/V0, above 0
   * @return GPa
   */
  double pressure(double volumeRatio);

  /**
   * Volume at a pressure, by Newton's method kept inside a bracket that every step shrinks
   * (Numerical Recipes, {@code rtsafe}). The slope is a central difference; only the speed depends
   * on it.
   *
   * @param pressureGpa from 0 to the pressure at V/V0 = 0.25
   * @return V/V0 to 1e-13
   */
  default double volumeRatio(double pressureGpa) {
    if (!(pressureGpa >= 0 && pressureGpa <= pressure(SMALLEST_RATIO))) {
      throw new IllegalArgumentException(
          "pressure must be within 0 and "
              + pressure(SMALLEST_RATIO)
              + " GPa for this equation of state, got "
              + pressureGpa);
    }
    double low = SMALLEST_RATIO;
    double high = 1;
    double ratio = 1;
    for (int step = 0; step < 200 && high - low > 1e-13; step++) {
      double excess = pressure(ratio) - pressureGpa;
      if (excess > 0) {
        low = ratio;
      } else {
        high = ratio;
      }
      double h = 1e-6 * ratio;
      double slope = (pressure(ratio + h) - pressure(ratio - h)) / (2 * h);
      double next = ratio - excess / slope;
      if (Math.abs(next - ratio) < 1e-14) {
        return next;
      }
      ratio = next > low && next < high ? next : 0.5 * (low + high);
    }
    return ratio;
  }
}
