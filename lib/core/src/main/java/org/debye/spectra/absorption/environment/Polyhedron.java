package org.debye.spectra.absorption.environment;

import java.util.Arrays;
import java.util.List;

/**
 * Ideal surroundings of four to six neighbours, by the symbols of the IUCr (Hartshorn et al. 2007)
 * that ChemEnv uses (Waroquiers et al. 2017). Neighbours stand about an atom in the origin.
 */
public enum Polyhedron {
  /** Tetrahedron. */
  T4(new double[][] {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}}),
  /** Square plane. */
  S4(new double[][] {{1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}}),
  /** See-saw: an octahedron without two neighbours side by side. */
  SY4(new double[][] {{0, 0, 1}, {0, 0, -1}, {1, 0, 0}, {0, 1, 0}}),
  /** Square pyramid: an octahedron without one neighbour. */
  S5(new double[][] {{1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}}),
  /** Trigonal bipyramid. */
  T5(
      new double[][] {
        {0, 0, 1}, {0, 0, -1}, {1, 0, 0}, {-0.5, Math.sqrt(0.75), 0}, {-0.5, -Math.sqrt(0.75), 0}
      }),
  /** Pentagonal plane. */
  PP5(ring(5, 0)),
  /** Octahedron. */
  O6(new double[][] {{1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}),
  /** Trigonal prism of equal edges. */
  T6(joined(ring(3, Math.sqrt(0.75)), ring(3, -Math.sqrt(0.75)))),
  /** Pentagonal pyramid. */
  PP6(joined(ring(5, 0), new double[][] {{0, 0, 1}}));

  @SuppressWarnings("ImmutableEnumChecker") // copied on its way out
  private final double[][] neighbours;

  Polyhedron(double[][] neighbours) {
    this.neighbours = neighbours;
  }

  /** How many neighbours. */
  public int size() {
    return neighbours.length;
  }

  /** Their places: n x 3. */
  public double[][] neighbours() {
    return Arrays.stream(neighbours).map(double[]::clone).toArray(double[][]::new);
  }

  /** Those of a number of neighbours. */
  public static List<Polyhedron> ofSize(int neighbours) {
    return Arrays.stream(values()).filter(one -> one.size() == neighbours).toList();
  }

  private static double[][] ring(int corners, double height) {
    double[][] ring = new double[corners][];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      ring[i] = new double[] {Math.cos(angle), Math.sin(angle), height};
    }
    return ring;
  }

  private static double[][] joined(double[][] a, double[][] b) {
    double[][] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
