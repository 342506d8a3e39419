package org.debye.spectra.absorption.environment;

import java.util.Comparator;
import java.util.Optional;

/**
 * The classes of Carbone et al. 2019 (Phys. Rev. Materials 3:033604), by the polyhedron that the
 * neighbours are nearest to.
 */
public enum LocalEnvironment {
  /** Tetrahedral. */
  T4(0, Polyhedron.T4),
  /** Square pyramidal. */
  S5(1, Polyhedron.S5),
  /** Octahedral. */
  O6(2, Polyhedron.O6);

  private final int number;
  private final Polyhedron polyhedron;

  LocalEnvironment(int number, Polyhedron polyhedron) {
    this.number = number;
    this.polyhedron = polyhedron;
  }

  /** Number of the class in tables of labels: 0, 1, 2. */
  public int number() {
    return number;
  }

  public Polyhedron polyhedron() {
    return polyhedron;
  }

  /**
   * The class of an atom's neighbours: of all polyhedra of as many neighbours that of the lowest
   * symmetry measure; empty where it is none of the three.
   *
   * @param neighbours places relative to the atom, n x 3
   */
  public static Optional<LocalEnvironment> of(double[][] neighbours) {
    Optional<Polyhedron> nearest =
        Polyhedron.ofSize(neighbours.length).stream()
            .min(Comparator.comparingDouble(one -> SymmetryMeasure.of(neighbours, one)));
    for (LocalEnvironment environment : values()) {
      if (nearest.isPresent() && nearest.get() == environment.polyhedron) {
        return Optional.of(environment);
      }
    }
    return Optional.empty();
  }
}
