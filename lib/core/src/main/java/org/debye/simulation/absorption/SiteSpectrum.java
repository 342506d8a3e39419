package org.debye.simulation.absorption;

import org.debye.numeric.RandomStream;

/**
 * The K-edge spectrum of a site as a function of the energy, with an edge step of 1. Not a
 * calculation of multiple scattering: its parts are those by which such spectra are read, each with
 * the geometry of the site in it.
 *
 * <ul>
 *   <li>edge: an arctangent as wide as the core hole and 2 eV more, at higher energies for shorter
 *       bonds, 12 eV/angstrom, as with the oxidation state;
 *   <li>pre-edge: the mixing of p and d states by the odd part of the ligands' field ({@link
 *       AbsorbingSite#oddField}), and a quadrupole part that every site has, as one or two peaks;
 *   <li>white line and shoulder: stronger for more neighbours, at (E - E_b) R^2 = const (Natoli
 *       1984), so further from the edge for shorter bonds;
 *   <li>tail: single scattering, sum_j w_j F / (k R_j^2) exp(-2 k^2 s^2) sin(2 k R_j + phi), of the
 *       ligands and of three further shells that differ from site to site.
 * </ul>
 */
final class SiteSpectrum {
  /** 2 m_e / hbar^2, 1 / (eV angstrom^2). */
  private static final double E_TO_K2 = 0.2624682917;

  private static final double EDGE_ABOVE_TABLE = 9.5;
  private static final double SHIFT_PER_LENGTH = 12;
  private static final double USUAL_LENGTH = 1.97;
  private static final double PRE_ABOVE_TABLE = 2;
  private static final double NATOLI = 44;
  private static final double FORWARD = 0.2;
  private static final int FURTHER_SHELLS = 3;

  private final double tabulated;
  private final double edge;
  private final double halfWidth;
  private final double[] peaks;
  private final double[] waves;
  private final double damping;

  /**
   * Draws what the geometry leaves open.
   *
   * @param random of this site
   */
  SiteSpectrum(XanesElement element, AbsorbingSite site, RandomStream random) {
    double shift =
        SHIFT_PER_LENGTH * (USUAL_LENGTH - site.meanDistance()) + 0.6 * random.nextGaussian();
    double coreHole = element.edge().coreHoleWidth();
    tabulated = element.edge().energy();
    edge = tabulated + EDGE_ABOVE_TABLE + shift;
    halfWidth = (coreHole + 2) / 2 * Math.exp(0.12 * random.nextGaussian());
    damping = 0.004 + 0.006 * random.nextDouble();
    peaks = new double[12];
    drawPreEdge(element, site, shift, coreHole, random);
    drawWhiteLine(site, random);
    waves = drawWaves(site, random);
  }

  private void drawPreEdge(
      XanesElement element,
      AbsorbingSite site,
      double shift,
      double coreHole,
      RandomStream random) {
    double odd = 4.5 * site.oddField(1) + site.oddField(3);
    double dipole = element.mixing() * odd * Math.exp(0.2 * random.nextGaussian());
    double quadrupole = element.quadrupole() * Math.exp(0.25 * random.nextGaussian());
    double split = 1.2 + 0.9 * random.nextDouble(); // crystal field, eV
    double at = tabulated + PRE_ABOVE_TABLE + 0.35 * shift + 0.5 * random.nextGaussian();
    double width = coreHole / 2 + 0.35 + 0.2 * random.nextDouble();
    double upper = 0.3 + 0.3 * random.nextDouble();
    peak(0, at, (dipole + quadrupole) * (1 - 0.4 * upper), width);
    peak(1, at + split, dipole * 0.4 * upper + quadrupole * upper, width);
  }

  private void drawWhiteLine(AbsorbingSite site, RandomStream random) {
    double around = 0;
    for (int j = 0; j < site.ligands().length; j++) {
      around += site.weight(j);
    }
    double r = site.meanDistance();
    double height = 0.10 * around - 0.10 + 0.09 * random.nextGaussian();
    double inner = edge - 5;
    double at = inner + NATOLI / (r * r) + 0.5 * random.nextGaussian();
    peak(2, at, Math.max(0.03, height), 2.2 + 0.9 * random.nextDouble());
    double shoulder = 0.12 * random.nextDouble();
    peak(3, edge - 1.5 - 2 * random.nextDouble(), shoulder, 1.6);
  }

  private void peak(int number, double at, double height, double width) {
    peaks[3 * number] = at;
    peaks[3 * number + 1] = height;
    peaks[3 * number + 2] = width;
  }

  /** Distance, amplitude and phase of each wave. */
  private static double[] drawWaves(AbsorbingSite site, RandomStream random) {
    int ligands = site.ligands().length;
    double[] waves = new double[3 * (ligands + FURTHER_SHELLS)];
    double phase = 0.6 + 0.25 * random.nextGaussian();
    for (int j = 0; j < ligands; j++) {
      waves[3 * j] = site.distance(j);
      waves[3 * j + 1] = FORWARD / (site.distance(j) * site.distance(j));
      waves[3 * j + 2] = phase;
    }
    for (int s = 0; s < FURTHER_SHELLS; s++) {
      double r = 2.8 + 0.8 * s + 0.7 * random.nextDouble();
      double atoms = 3 + 13 * random.nextDouble();
      int at = 3 * (ligands + s);
      waves[at] = r;
      waves[at + 1] = FORWARD * (0.6 + 0.6 * random.nextDouble()) * atoms / (r * r);
      waves[at + 2] = 2 * Math.PI * random.nextDouble();
    }
    return waves;
  }

  /**
   * Absorption at an energy, in edge steps.
   *
   * @param energy eV
   */
  double at(double energy) {
    double step = 0.5 + Math.atan((energy - edge) / halfWidth) / Math.PI;
    double lines = 0;
    for (int p = 0; p < peaks.length; p += 3) {
      double x = (energy - peaks[p]) / peaks[p + 2];
      lines +=
          peaks[p + 1] * (p < 6 ? 1 / (1 + x * x) * Math.exp(-x * x / 8) : Math.exp(-x * x / 2));
    }
    return (step + lines) * (1 + tail(energy));
  }

  /** Fades in over the white line, below which waves of single scattering mean nothing. */
  private double tail(double energy) {
    double above = energy - (edge - 5);
    if (above < 1) {
      return 0;
    }
    double k = Math.sqrt(E_TO_K2 * above);
    double sum = 0;
    for (int w = 0; w < waves.length; w += 3) {
      sum += waves[w + 1] * Math.sin(2 * k * waves[w] + waves[w + 2]);
    }
    double fade = 1 / (1 + Math.exp(-(above - 14) / 2.5));
    return fade * sum * Math.exp(-2 * k * k * damping) / k;
  }
}
