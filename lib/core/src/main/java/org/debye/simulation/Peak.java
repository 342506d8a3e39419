package org.debye.simulation;

import java.io.Serializable;

/**
 * One line of a frame's noise-free pattern, a pseudo-Voigt.
 *
 * @param hkl plane; in the hexagonal setting for the rhombohedral phase
 * @param twoThetaDeg centre, degrees
 * @param area integrated intensity, counts x degrees of one pixel and frame
 * @param fwhmDeg full width at half maximum, degrees
 * @param mixing share of the Lorentzian, within 0 and 1
 */
public record Peak(
    RampPhase phase, String hkl, double twoThetaDeg, double area, double fwhmDeg, double mixing)
    implements Serializable {
  private static final double LORENTZ_TOP = 2 / Math.PI;
  private static final double GAUSS_TOP = 2 * Math.sqrt(Math.log(2) / Math.PI);
  private static final double GAUSS_EXPONENT = 4 * Math.log(2);

  /**
   * Adds the line to a pattern: area (mixing L(x) + (1 - mixing) G(x)), L and G of unit area and
   * the same width.
   *
   * @param from first 2 theta of the grid, degrees
   * @param step of the grid, degrees
   * @param pattern modified
   */
  void addTo(double[] pattern, double from, double step) {
    double lorentz = mixing * area * LORENTZ_TOP / fwhmDeg;
    double gauss = (1 - mixing) * area * GAUSS_TOP / fwhmDeg;
    for (int i = 0; i < pattern.length; i++) {
      double x = (from + i * step - twoThetaDeg) / fwhmDeg;
      double square = x * x;
      pattern[i] += lorentz / (1 + 4 * square);
      if (square < 9) {
        pattern[i] += gauss * StrictMath.exp(-GAUSS_EXPONENT * square);
      }
    }
  }

  /** Height of a line of unit area. */
  static double unitHeight(double fwhmDeg, double mixing) {
    return (mixing * LORENTZ_TOP + (1 - mixing) * GAUSS_TOP) / fwhmDeg;
  }
}
