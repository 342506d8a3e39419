package org.debye.spectra.absorption;

/**
 * Which energies the two fits take, by the rules of {@code preedge} of Larch
 * (larch/xafs/pre_edge.py of commit a272abc, lines 217-262), from e0 on:
 *
 * <ul>
 *   <li>pre1: from e0 to the second energy, rounded to 5 eV (to 2 eV with 20 points or fewer before
 *       e0), not before the first; pre2: half of pre1;
 *   <li>norm2: to the last energy, rounded to 5 eV, not beyond it; norm1: a third of norm2 rounded
 *       to 5 eV, at most 25 eV, at least 2 eV before norm2;
 *   <li>degree: 2 over at least 300 eV, 1 over at least 30 eV, else 0;
 *   <li>a constant in place of the line where pre1 and pre2 are fewer than three points apart.
 * </ul>
 *
 * <p>Rounding is to the even neighbour at one half, as Python's.
 *
 * @param constant whether the line below the edge has no slope
 */
record NormalisationWindows(
    double pre1, double pre2, double norm1, double norm2, int degree, boolean constant) {

  /** The windows of a spectrum. */
  static NormalisationWindows of(double[] energy, double e0, NormalisationSettings settings) {
    double first = energy[0] - e0;
    double last = energy[energy.length - 1] - e0;
    double start = settings.pre1() == null ? preStart(energy, e0) : settings.pre1();
    start = Math.max(start, first);
    double end = settings.pre2() == null ? 0.5 * start : settings.pre2();
    double pre1 = Math.min(start, end);
    double pre2 = Math.max(start, end);
    double to = settings.norm2() == null ? rounded(last, 5) : settings.norm2();
    to = Math.min(to < 0 ? last - to : to, last);
    double from =
        settings.norm1() == null ? Math.min(25, 5 * Math.rint(to / 15)) : settings.norm1();
    double norm2 = Math.max(from, to);
    double norm1 = Math.min(Math.min(from, to), norm2 - 2);
    return new NormalisationWindows(
        pre1,
        pre2,
        norm1,
        norm2,
        settings.degree() == null ? degree(norm2 - norm1) : settings.degree(),
        apart(energy, e0, pre1, pre2) < 3);
  }

  private static double preStart(double[] energy, double e0) {
    double grain = AbsorptionScan.nearest(energy, e0) > 20 ? 5 : 2;
    return rounded(energy[1] - e0, grain);
  }

  private static int apart(double[] energy, double e0, double pre1, double pre2) {
    double[] relative = energy.clone();
    for (int i = 0; i < relative.length; i++) {
      relative[i] -= e0;
    }
    return AbsorptionScan.indexOf(relative, pre2) - AbsorptionScan.indexOf(relative, pre1);
  }

  private static int degree(double range) {
    if (range < 30) {
      return 0;
    }
    return range < 300 ? 1 : 2;
  }

  private static double rounded(double value, double grain) {
    return grain * Math.rint(value / grain);
  }
}
