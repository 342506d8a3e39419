package org.debye.simulation.ramp;

/**
 * How an atom scatters X-rays forward to about 12 reciprocal angstrom: f0(s) = c + sum of five a_i
 * exp(-b_i s^2), s = sin(theta)/lambda in reciprocal angstrom (Waasmaier and Kirfel 1995, Acta
 * Cryst. A51:416), and the dispersion f' + i f'' at 25.68 keV.
 *
 * <p>Coefficients are those of DABAX's f0_WaasKirf.dat and of Chantler's tables (1995, NIST), read
 * from the copies in XrayDB (data in the public domain, CC0). f' is Chantler's f1 less Z between
 * the rows at 25.57 and 25.83 keV, without its relativistic and nuclear Thomson terms. Neon's
 * dispersion is a working value between those of oxygen and magnesium.
 *
 * @param heights a_i, electrons
 * @param constant c, electrons
 * @param widths b_i, square angstrom
 * @param dispersion f', electrons
 * @param absorption f'', electrons
 */
record Element(
    double[] heights, double constant, double[] widths, double dispersion, double absorption) {
  static final Element OXYGEN =
      new Element(
          new double[] {2.960427, 2.508818, 0.637853, 0.722838, 1.142756},
          0.027014,
          new double[] {14.182259, 5.936858, 0.112726, 34.958481, 0.390240},
          0.0074,
          0.0026);
  static final Element NEON =
      new Element(
          new double[] {4.183749, 2.905726, 0.520513, 1.135641, 1.228065},
          0.025576,
          new double[] {8.175457, 3.252536, 0.063295, 21.813910, 0.224952},
          0.02,
          0.007);
  static final Element MAGNESIUM =
      new Element(
          new double[] {4.708971, 1.194814, 1.558157, 1.170413, 3.239403},
          0.126842,
          new double[] {4.875207, 108.506081, 0.111516, 48.292408, 1.928171},
          0.0315,
          0.0160);
  static final Element IRON =
      new Element(
          new double[] {12.311098, 1.876623, 3.066177, 2.070451, 6.975185},
          -0.304931,
          new double[] {5.009415, 0.014461, 18.743040, 82.767876, 0.346506},
          0.3050,
          0.4117);
  static final Element PLATINUM =
      new Element(
          new double[] {31.273891, 18.445440, 17.063745, 5.555933, 1.575270},
          4.050394,
          new double[] {1.316992, 8.797154, 0.124741, 40.177994, 1.316997},
          0.3493,
          4.461);

  /** f0 + f', electrons. */
  double real(double s) {
    double sum = constant + dispersion;
    for (int i = 0; i < heights.length; i++) {
      sum += heights[i] * StrictMath.exp(-widths[i] * s * s);
    }
    return sum;
  }
}
