package org.debye.simulation.absorption;

import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.environment.LocalEnvironment;

/**
 * The absorbing elements of Carbone et al. 2019, with the sites of each class in its Table I.
 * Pre-edge peaks are as strong as the 3d states are empty: Yamamoto 2008 (X-Ray Spectrom. 37:572)
 * and the reviews of Farges et al. 1996, 1997 and Jackson et al. 2005 for the order.
 */
public enum XanesElement {
  TI("Ti", 1.10, 0.045, 0.09, 271, 359, 1562),
  V("V", 1.05, 0.045, 0.11, 948, 412, 2006),
  CR("Cr", 1.00, 0.040, 0.03, 396, 121, 902),
  MN("Mn", 0.62, 0.035, 0.04, 502, 657, 2334),
  FE("Fe", 0.38, 0.030, 0.04, 797, 319, 1874),
  CO("Co", 0.24, 0.022, 0.03, 583, 227, 1428),
  NI("Ni", 0.13, 0.016, 0.03, 246, 163, 1238),
  CU("Cu", 0.06, 0.008, 0.03, 290, 183, 366);

  private final String symbol;
  private final double mixing;
  private final double quadrupole;
  private final double offCentre;
  private final int tetrahedra;
  private final int pyramids;
  private final int octahedra;

  XanesElement(
      String symbol, double mixing, double quadrupole, double offCentre, int t4, int s5, int o6) {
    this.symbol = symbol;
    this.mixing = mixing;
    this.quadrupole = quadrupole;
    this.offCentre = offCentre;
    tetrahedra = t4;
    pyramids = s5;
    octahedra = o6;
  }

  public String symbol() {
    return symbol;
  }

  /** Its K edge. */
  public AbsorptionEdge edge() {
    return AbsorptionEdge.k(symbol);
  }

  /** Sites of a class in Table I. */
  public int sites(LocalEnvironment environment) {
    return switch (environment) {
      case T4 -> tetrahedra;
      case S5 -> pyramids;
      case O6 -> octahedra;
    };
  }

  /** All its sites in Table I. */
  public int sites() {
    return tetrahedra + pyramids + octahedra;
  }

  /** Height of the dipole part of the pre-edge for full mixing of p and d states, edge steps. */
  double mixing() {
    return mixing;
  }

  /** Height of its quadrupole part, edge steps. */
  double quadrupole() {
    return quadrupole;
  }

  /** Typical displacement of the atom from the centre of an octahedron, in bond lengths. */
  double offCentre() {
    return offCentre;
  }
}
