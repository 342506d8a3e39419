package org.debye.spectra.absorption;

import java.util.Arrays;

/**
 * A scan in the usual three regions: 2 eV apart up to 30 eV before the edge, e0 / 25000 eV apart to
 * 15 eV after it, 0.05 per angstrom of the photoelectron beyond; each value the mean of the points
 * that are nearest to it, or interpolated linearly where those are fewer than three. {@code
 * rebin_xafs} of Larch with its defaults (larch/xafs/rebin_xafs.py of commit a272abc), method
 * boxcar, for scans from at least 32 eV before the edge to at least 20 eV after it.
 */
public final class Rebinning {
  /** hbar^2 / 2 m_e, eV angstrom^2. */
  private static final double K_TO_E = 3.8099819442818976;

  private static final double PRE_STEP = 2;
  private static final double PRE_END = -30;
  private static final double XANES_END = 15;
  private static final double K_STEP = 0.05;

  /** Of a scan before its edge, eV. */
  static final double LEAST_BEFORE = PRE_STEP - PRE_END;

  /** Of a scan after its edge, eV. */
  static final double LEAST_AFTER = 20;

  private Rebinning() {}

  /** Whether a scan is long enough around its edge. */
  static boolean reaches(AbsorptionScan scan, double e0) {
    return scan.energy()[0] <= e0 - LEAST_BEFORE
        && scan.energy()[scan.points() - 1] >= e0 + LEAST_AFTER;
  }

  /**
   * Rebins a scan.
   *
   * @param scan strictly ascending; not modified
   * @param e0 its edge, eV
   */
  public static AbsorptionScan of(AbsorptionScan scan, double e0) {
    double[] energy = scan.energy();
    if (!reaches(scan, e0)) {
      throw new IllegalArgumentException("too short around " + e0 + " eV to be rebinned");
    }
    double[] wanted = energies(energy, e0);
    int[] bounds = Arrays.stream(wanted).mapToInt(e -> AbsorptionScan.indexOf(energy, e)).toArray();
    double[] values = new double[wanted.length];
    int from = AbsorptionScan.indexOf(energy, wanted[0] - 5);
    for (int i = 0; i < wanted.length; i++) {
      int to = i == wanted.length - 1 ? energy.length - 1 : (bounds[i] + bounds[i + 1] + 1) / 2;
      values[i] =
          to - from < 3
              ? interpolated(scan, wanted[i], bounds[i])
              : Arrays.stream(scan.absorption(), from, to).average().orElseThrow();
      from = to;
    }
    return new AbsorptionScan(wanted, values);
  }

  private static double interpolated(AbsorptionScan scan, double at, int below) {
    int left = Math.min(below, scan.points() - 2);
    double low = scan.energy()[left];
    double share = (at - low) / (scan.energy()[left + 1] - low);
    double from = scan.absorption()[left];
    return from + share * (scan.absorption()[left + 1] - from);
  }

  private static double[] energies(double[] energy, double e0) {
    double first = energy[0] - e0;
    double last = energy[energy.length - 1] - e0;
    double start = Math.max(PRE_STEP * (int) (first / PRE_STEP), first);
    double xanesStep = 0.05 * Math.max(1, (int) (e0 / 1250));
    double[] k = region(Math.sqrt(XANES_END / K_TO_E), Math.sqrt(last / K_TO_E), K_STEP);
    double[] all =
        join(
            region(start, PRE_END, PRE_STEP),
            region(PRE_END, XANES_END, xanesStep),
            Arrays.stream(k).map(one -> K_TO_E * one * one).toArray());
    return Arrays.stream(all).map(one -> e0 + one).toArray();
  }

  /** Equal steps from the start on, without the end. */
  private static double[] region(double from, double to, double step) {
    int points = 1 + (int) (0.1 + Math.abs(to - from) / step);
    double[] values = new double[points - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = from + i * ((to - from) / (points - 1));
    }
    return values;
  }

  private static double[] join(double[] a, double[] b, double[] c) {
    double[] all = Arrays.copyOf(a, a.length + b.length + c.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    System.arraycopy(c, 0, all, a.length + b.length, c.length);
    return all;
  }
}
