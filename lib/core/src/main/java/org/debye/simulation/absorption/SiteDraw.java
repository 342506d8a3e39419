package org.debye.simulation.absorption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.absorption.environment.CrystalSites;
import org.debye.spectra.absorption.environment.LocalEnvironment;

/**
 * Draws sites: an ideal polyhedron with a bond length of its class, distorted in radii and angles,
 * the atom off its centre, some octahedra and pyramids drawn out along an axis, and further ligands
 * just beyond what counts as a neighbour. Pyramids with a far sixth ligand and drawn-out octahedra
 * meet, as do flattened tetrahedra and pyramids. The class is not what was drawn from: it is told
 * by the neighbours up to 1.2 times the nearest distance and their symmetry measures, as the
 * published labels were; a site of another class is drawn again.
 */
final class SiteDraw {
  /** What bonds are shorter by from titanium on, angstrom for each atomic number. */
  private static final double CONTRACTION = 0.004;

  private static final int TITANIUM = 22;
  private static final double LENGTH_SPREAD = 0.055;
  private static final double RADIAL = 0.03;
  private static final double LEAST_ANGULAR = 0.02;
  private static final double MOST_ANGULAR = 0.13;
  private static final int TRIES = 1000;

  private final XanesElement element;
  private final RandomStreams streams;

  SiteDraw(XanesElement element, RandomStreams streams) {
    this.element = element;
    this.streams = streams;
  }

  /** Site {@code number} of a class. */
  AbsorbingSite draw(LocalEnvironment environment, int number) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      RandomStream random = streams.at("site", environment.number(), number, attempt);
      double[][] ligands = sorted(ligands(environment, random));
      double limit = CrystalSites.CUT_OFF * length(ligands[0]);
      int near = (int) Arrays.stream(ligands).filter(place -> length(place) <= limit).count();
      if (near == environment.polyhedron().size()) {
        Optional<LocalEnvironment> found = LocalEnvironment.of(Arrays.copyOf(ligands, near));
        if (found.isPresent() && found.get() == environment) {
          return new AbsorbingSite(environment, ligands, near);
        }
      }
    }
    throw new IllegalStateException("no site of class " + environment);
  }

  /** Mean bond length of metal and oxygen in titanium's oxides, angstrom. */
  private static double usualLength(LocalEnvironment environment) {
    return switch (environment) {
      case T4 -> 1.86;
      case S5 -> 1.95;
      case O6 -> 2.03;
    };
  }

  private double[][] ligands(LocalEnvironment environment, RandomStream random) {
    double bond =
        usualLength(environment)
            - CONTRACTION * (element.edge().number() - TITANIUM)
            + LENGTH_SPREAD * random.nextGaussian();
    double angular = LEAST_ANGULAR + (MOST_ANGULAR - LEAST_ANGULAR) * random.nextDouble();
    List<double[]> places = new ArrayList<>();
    for (double[] ideal : environment.polyhedron().neighbours()) {
      double[] place = new double[3];
      double size = length(ideal);
      double radius = 1 + RADIAL * random.nextGaussian();
      for (int c = 0; c < 3; c++) {
        place[c] = radius * (ideal[c] / size + angular * random.nextGaussian());
      }
      places.add(place);
    }
    switch (environment) {
      case T4 -> flatten(places, random);
      case S5 -> raise(places, random);
      case O6 -> drawOut(places, random);
    }
    displace(places, environment, random);
    places.forEach(place -> scale(place, bond));
    return places.toArray(double[][]::new);
  }

  /** A tetrahedron pressed along an axis, sometimes with a fifth ligand further off. */
  private static void flatten(List<double[]> places, RandomStream random) {
    double factor = 1 + 0.10 * random.nextGaussian();
    places.forEach(place -> place[2] *= factor);
    if (random.nextDouble() < 0.3) {
      places.add(new double[] {0, 0, -1.22 - 0.45 * random.nextDouble()});
    }
  }

  /** A pyramid whose atom stands above its base, mostly with a sixth ligand below. */
  private static void raise(List<double[]> places, RandomStream random) {
    double above = Math.abs(0.12 + 0.09 * random.nextGaussian());
    for (double[] place : places.subList(0, 4)) {
      place[2] -= above;
    }
    double apex = 1 + 0.06 * random.nextGaussian();
    places.get(4)[2] *= apex;
    if (random.nextDouble() < 0.75) {
      places.add(
          new double[] {
            0.1 * random.nextGaussian(),
            0.1 * random.nextGaussian(),
            -1.22 - 0.5 * random.nextDouble()
          });
    }
  }

  /** An octahedron drawn out along an axis, as by Jahn and Teller; of copper nearly always. */
  private void drawOut(List<double[]> places, RandomStream random) {
    boolean strong = random.nextDouble() < (element == XanesElement.CU ? 0.8 : 0.25);
    double factor = 1 + (strong ? 0.13 * random.nextDouble() : 0.02 * random.nextGaussian());
    places.get(4)[2] *= factor;
    places.get(5)[2] *= factor;
  }

  private void displace(List<double[]> places, LocalEnvironment environment, RandomStream random) {
    double typical = environment == LocalEnvironment.O6 ? element.offCentre() : 0.03;
    for (int c = 0; c < 3; c++) {
      double by = typical * random.nextGaussian();
      for (double[] place : places) {
        place[c] -= by;
      }
    }
  }

  private static void scale(double[] place, double factor) {
    for (int c = 0; c < 3; c++) {
      place[c] *= factor;
    }
  }

  private static double[][] sorted(double[][] places) {
    Arrays.sort(places, (a, b) -> Double.compare(length(a), length(b)));
    return places;
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
