package org.debye.simulation.ramp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands where in a cell, and which planes scatter.
 *
 * @param lattice how spacings follow from indices
 * @param sites all atoms of the cell
 * @param displacement isotropic B of the Debye-Waller factor exp(-B s^2) of an amplitude, square
 *     angstrom
 */
record Structure(Lattice lattice, List<Site> sites, double displacement) {
  /** Beyond the widest angle that is simulated, in every cell. */
  private static final int MOST_H = 4;

  private static final int MOST_L = 13;
  private static final double ABSENT = 1e-12;
  private static final double[][] RHOMBOHEDRAL = {
    {0, 0, 0}, {2.0 / 3, 1.0 / 3, 1.0 / 3}, {1.0 / 3, 2.0 / 3, 2.0 / 3}
  };
  private static final double[][] FACE_CENTRED = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}};

  Structure {
    sites = List.copyOf(sites);
  }

  /** Which indices have equal spacings. */
  enum Lattice {
    CUBIC,
    HEXAGONAL
  }

  /** One atom on a face-centred cubic lattice. */
  static Structure faceCentred(Element element, double displacement) {
    return new Structure(
        Lattice.CUBIC, centred(Site.of(element, 0, 0, 0), 0, FACE_CENTRED), displacement);
  }

  /** Rock salt, B1: oxygen half a diagonal from the metal. */
  static Structure rockSalt(Site metal, double displacement) {
    List<Site> sites = centred(metal, 0, FACE_CENTRED);
    for (double[] at : FACE_CENTRED) {
      sites.add(Site.of(Element.OXYGEN, at[0] + 0.5, at[1] + 0.5, at[2] + 0.5));
    }
    return new Structure(Lattice.CUBIC, sites, displacement);
  }

  /** The same stretched along [111], R-3m in the hexagonal setting: oxygen at (0 0 1/2). */
  static Structure stretchedRockSalt(Site metal, double displacement) {
    List<Site> sites = centred(metal, 0, RHOMBOHEDRAL);
    sites.addAll(centred(Site.of(Element.OXYGEN, 0, 0, 0), 0.5, RHOMBOHEDRAL));
    return new Structure(Lattice.HEXAGONAL, sites, displacement);
  }

  /** One atom on a body-centred cubic lattice. */
  static Structure bodyCentred(Element element, double displacement) {
    return new Structure(
        Lattice.CUBIC,
        List.of(Site.of(element, 0, 0, 0), Site.of(element, 0.5, 0.5, 0.5)),
        displacement);
  }

  /** Hexagonal close packing: two atoms at (1/3 2/3 1/4) and (2/3 1/3 3/4). */
  static Structure closePacked(Element element, double displacement) {
    return new Structure(
        Lattice.HEXAGONAL,
        List.of(Site.of(element, 1.0 / 3, 2.0 / 3, 0.25), Site.of(element, 2.0 / 3, 1.0 / 3, 0.75)),
        displacement);
  }

  private static List<Site> centred(Site site, double z, double[][] lattice) {
    List<Site> sites = new ArrayList<>();
    for (double[] at : lattice) {
      sites.add(site.at(at[0], at[1], at[2] + z));
    }
    return sites;
  }

  /** All lines, those of systematically absent planes left out. */
  List<Plane> planes() {
    Map<Long, Plane> planes = new LinkedHashMap<>();
    int most = lattice == Lattice.CUBIC ? MOST_H : MOST_L;
    for (int h = -MOST_H; h <= MOST_H; h++) {
      for (int k = -MOST_H; k <= MOST_H; k++) {
        for (int l = -most; l <= most; l++) {
          if ((h | k | l) != 0 && square(new Plane(h, k, l, 1), 0) > ABSENT) {
            planes.merge(spacingKey(h, k, l), new Plane(h, k, l, 1), Structure::merged);
          }
        }
      }
    }
    return List.copyOf(nonNegative(planes.values()));
  }

  private static Collection<Plane> nonNegative(Collection<Plane> planes) {
    return planes.stream().filter(p -> p.h() >= 0 && p.k() >= 0 && p.l() >= 0).toList();
  }

  /** Counts both, and is named after the one with the larger h, then k, and no index below 0. */
  private static Plane merged(Plane one, Plane other) {
    Plane named = rank(other) > rank(one) ? other : one;
    return new Plane(named.h(), named.k(), named.l(), one.multiplicity() + other.multiplicity());
  }

  private static int rank(Plane plane) {
    boolean negative = plane.h() < 0 || plane.k() < 0 || plane.l() < 0;
    return (negative ? -1_000_000 : 0) + 10_000 * plane.h() + 100 * plane.k() + plane.l();
  }

  private long spacingKey(int h, int k, int l) {
    return lattice == Lattice.CUBIC
        ? h * h + k * k + l * l
        : 1000L * (h * h + h * k + k * k) + (long) l * l;
  }

  /**
   * |F|^2 of a plane, square electrons of a cell, Debye-Waller factor included.
   *
   * @param s sin(theta)/lambda, reciprocal angstrom
   */
  double square(Plane plane, double s) {
    double real = 0;
    double imaginary = 0;
    for (Site site : sites) {
      double phase =
          2 * Math.PI * (plane.h() * site.x() + plane.k() * site.y() + plane.l() * site.z());
      double cosine = StrictMath.cos(phase);
      double sine = StrictMath.sin(phase);
      double a = site.real(s);
      double b = site.imaginary();
      real += a * cosine - b * sine;
      imaginary += a * sine + b * cosine;
    }
    return (real * real + imaginary * imaginary) * StrictMath.exp(-2 * displacement * s * s);
  }
}
