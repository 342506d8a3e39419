package org.debye.spectra.absorption;

import java.util.Arrays;
import org.debye.numeric.PolynomialFit;

/**
 * Normalisation to an edge step of one, as {@code pre_edge} of Larch has it (Newville 2013, J.
 * Phys. Conf. Ser. 430:012007; larch/xafs/pre_edge.py of commit a272abc): a line below the edge,
 * fitted to mu E^n, a polynomial of mu less that line above the edge, and the polynomial's value at
 * e0 as the edge step. Flattened is what is left when the polynomial's departure from its value at
 * e0 is taken away above e0.
 *
 * <p>Differs in that energies that descend are refused, not sorted, and that polynomials are
 * evaluated on orthogonal ones, without the cancellation of powers of E. Not for spectra without a
 * step, as of XMCD, and not a substitute for MBACK over long ranges.
 */
public final class EdgeNormalisation {
  /** Fewest points that an edge is looked for in. */
  public static final int LEAST_POINTS = 20;

  private final NormalisationSettings settings;

  public EdgeNormalisation(NormalisationSettings settings) {
    this.settings = settings;
  }

  /**
   * Normalises a scan.
   *
   * @param scan at least {@link #LEAST_POINTS} finite points that ascend; not modified
   */
  public NormalisedAbsorption of(AbsorptionScan scan) {
    if (scan.points() < LEAST_POINTS || !scan.ascends()) {
      throw new IllegalArgumentException("no edge in " + scan.points() + " points");
    }
    AbsorptionScan apart = scan.separated().separated();
    double[] energy = apart.energy();
    double e0 = e0(apart);
    NormalisationWindows windows = NormalisationWindows.of(energy, e0, settings);
    Line line = windows.constant() ? constant(apart, e0, windows) : line(apart, e0, windows);
    double[] preEdge = line.at(energy);
    double[] above = new double[energy.length];
    for (int i = 0; i < above.length; i++) {
      above[i] = apart.absorption()[i] - preEdge[i];
    }
    PolynomialFit polynomial = polynomial(energy, above, e0, windows);
    return divided(energy, above, e0, line, preEdge, polynomial, windows);
  }

  /** The edge's energy: the given one where the scan has it inside, else by Larch's search, eV. */
  double e0(AbsorptionScan scan) {
    double[] energy = scan.energy();
    Double given = settings.e0();
    boolean inside = given != null && given >= energy[1] && given <= energy[energy.length - 2];
    return given != null && inside ? given : EdgeSearch.e0(scan);
  }

  /** (offset + slope E) E^-n. */
  private record Line(double offset, double slope, int victoreen) {
    double[] at(double[] energy) {
      return Arrays.stream(energy)
          .map(e -> (offset + slope * e) * Math.pow(e, -victoreen))
          .toArray();
    }
  }

  private Line line(AbsorptionScan scan, double e0, NormalisationWindows windows) {
    double[] energy = scan.energy();
    int from = AbsorptionScan.indexOf(energy, windows.pre1() + e0);
    int to = AbsorptionScan.nearest(energy, windows.pre2() + e0);
    to = to - from < 2 ? Math.min(energy.length, from + 2) : to;
    double[] product = new double[energy.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = scan.absorption()[i] * Math.pow(energy[i], settings.victoreen());
    }
    PolynomialFit fit = PolynomialFit.of(energy, product, from, to, 1);
    double slope = fit.slopeAt(e0);
    return new Line(fit.at(e0) - slope * e0, slope, settings.victoreen());
  }

  private static Line constant(AbsorptionScan scan, double e0, NormalisationWindows windows) {
    int from = AbsorptionScan.indexOf(scan.energy(), windows.pre1() + e0);
    int to = AbsorptionScan.nearest(scan.energy(), windows.pre2() + e0);
    return new Line(
        Arrays.stream(scan.absorption(), from, to == from ? from + 1 : to).average().orElseThrow(),
        0,
        0);
  }

  private static PolynomialFit polynomial(
      double[] energy, double[] above, double e0, NormalisationWindows windows) {
    int from = Math.min(AbsorptionScan.indexOf(energy, windows.norm1() + e0), energy.length - 3);
    int to = AbsorptionScan.nearest(energy, windows.norm2() + e0);
    int degree = windows.degree();
    if (to - from < 2) {
      from -= 2;
      degree = 0;
    } else if (to - from < 5) {
      degree = Math.min(1, degree);
    }
    return PolynomialFit.of(energy, above, from, to, degree);
  }

  private NormalisedAbsorption divided(
      double[] energy,
      double[] above,
      double e0,
      Line line,
      double[] preEdge,
      PolynomialFit polynomial,
      NormalisationWindows windows) {
    int n = energy.length;
    int at = AbsorptionScan.nearest(energy, e0);
    double jump = polynomial.at(energy[at]);
    Double given = settings.step();
    double step = given == null ? Math.max(1e-12, Math.abs(jump)) : given;
    double[] normalised = new double[n];
    double[] flattened = new double[n];
    double[] postEdge = new double[n];
    for (int i = 0; i < n; i++) {
      double bent = polynomial.at(energy[i]);
      postEdge[i] = preEdge[i] + bent;
      normalised[i] = above[i] / step;
      flattened[i] = i < at ? normalised[i] : normalised[i] - (bent - jump) / step;
    }
    NormalisationParameters parameters =
        new NormalisationParameters(
            e0,
            step,
            windows.pre1(),
            windows.pre2(),
            windows.norm1(),
            windows.norm2(),
            polynomial.degree(),
            line.victoreen,
            line.offset,
            line.slope);
    return new NormalisedAbsorption(
        energy, normalised, flattened, preEdge, postEdge, jump, parameters);
  }
}
