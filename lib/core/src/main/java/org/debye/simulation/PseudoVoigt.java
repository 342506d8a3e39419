package org.debye.simulation;

/**
 * A line shape: area (mixing L(x) + (1 - mixing) G(x)), Lorentzian and Gaussian of unit area and
 * the same width. The Gaussian is cut off at three widths.
 *
 * @param centre on the axis
 * @param area intensity x axis unit
 * @param fwhm full width at half maximum, above 0
 * @param mixing share of the Lorentzian, within 0 and 1
 */
public record PseudoVoigt(double centre, double area, double fwhm, double mixing) {
  private static final double LORENTZ_TOP = 2 / Math.PI;
  private static final double GAUSS_TOP = 2 * Math.sqrt(Math.log(2) / Math.PI);
  private static final double GAUSS_EXPONENT = 4 * Math.log(2);

  /**
   * Adds the line to a pattern.
   *
   * @param from first point of the grid
   * @param step of the grid
   * @param pattern modified
   */
  public void addTo(double[] pattern, double from, double step) {
    double lorentz = mixing * area * LORENTZ_TOP / fwhm;
    double gauss = (1 - mixing) * area * GAUSS_TOP / fwhm;
    for (int i = 0; i < pattern.length; i++) {
      double x = (from + i * step - centre) / fwhm;
      double square = x * x;
      pattern[i] += lorentz / (1 + 4 * square);
      if (square < 9) {
        pattern[i] += gauss * StrictMath.exp(-GAUSS_EXPONENT * square);
      }
    }
  }

  /** Height of a line of unit area. */
  public static double unitHeight(double fwhm, double mixing) {
    return (mixing * LORENTZ_TOP + (1 - mixing) * GAUSS_TOP) / fwhm;
  }
}
