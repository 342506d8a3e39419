package org.debye.spectra.absorption.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ideal and distorted polyhedra; golden values by test/golden/absorption/symmetry.py. */
class SymmetryMeasureTest {
  @ParameterizedTest
  @EnumSource(Polyhedron.class)
  void anIdealPolyhedronIsItselfHoweverItIsTurnedScaledAndOrdered(Polyhedron one) {
    for (int seed = 0; seed < 5; seed++) {
      double[][] moved = turned(one.neighbours(), new Random(seed));
      List<double[]> places = Arrays.asList(moved);
      Collections.shuffle(places, new Random(seed));
      assertThat(SymmetryMeasure.of(places.toArray(double[][]::new), one))
          .as("%s, seed %d", one, seed)
          .isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void agreesWithAllOrdersTurnedByScipy() {
    String golden = new String(Golden.bytes("absorption/symmetry.txt"), StandardCharsets.UTF_8);
    int compared = 0;
    for (String line : golden.lines().toList()) {
      String[] words = line.split(" ", -1);
      double[][] places = new double[(words.length - 3) / 3][3];
      for (int i = 0; i < 3 * places.length; i++) {
        places[i / 3][i % 3] = Double.parseDouble(words[3 + i]);
      }
      assertThat(SymmetryMeasure.of(places, Polyhedron.valueOf(words[1])))
          .as(line)
          .isCloseTo(Double.parseDouble(words[2]), within(1e-7));
      compared++;
    }
    assertThat(compared).isEqualTo(55);
  }

  @Test
  void knowsDistancesBetweenIdealPolyhedra() {
    // Alvarez et al. 2005 (Coord. Chem. Rev. 249:1693): 33.33 and 16.74
    assertThat(SymmetryMeasure.of(Polyhedron.S4.neighbours(), Polyhedron.T4))
        .isCloseTo(100.0 / 3, within(1e-6));
    assertThat(SymmetryMeasure.of(Polyhedron.T6.neighbours(), Polyhedron.O6))
        .isCloseTo(16.74, within(0.005));
  }

  @Test
  void triesOneOrderForEachRotationOfThePolyhedron() {
    assertThat(SymmetryMeasure.ordersOf(Polyhedron.T4)).isEqualTo(24 / 12);
    assertThat(SymmetryMeasure.ordersOf(Polyhedron.S5)).isEqualTo(120 / 4);
    assertThat(SymmetryMeasure.ordersOf(Polyhedron.O6)).isEqualTo(720 / 24);
  }

  @Test
  void namesTheClassOfDistortedNeighbours() {
    for (LocalEnvironment environment : LocalEnvironment.values()) {
      Random random = new Random(9);
      double[][] places = turned(environment.polyhedron().neighbours(), random);
      for (double[] place : places) {
        for (int c = 0; c < 3; c++) {
          place[c] += 0.1 * random.nextGaussian();
        }
      }
      assertThat(LocalEnvironment.of(places)).contains(environment);
    }
    assertThat(LocalEnvironment.of(Polyhedron.S4.neighbours())).isEmpty();
    assertThat(LocalEnvironment.of(Polyhedron.T6.neighbours())).isEmpty();
    assertThat(LocalEnvironment.of(new double[][] {{1, 0, 0}})).isEmpty();
  }

  @Test
  void takesNeighboursUpToTheCutOff() {
    // rock salt: six neighbours at 2.1, twelve at 2.97, which is 1.41 times as far
    double[][] cell = {{4.2, 0, 0}, {0, 4.2, 0}, {0, 0, 4.2}};
    double[][] sites = {
      {0, 0, 0}, {0.5, 0.5, 0}, {0.5, 0, 0.5}, {0, 0.5, 0.5},
      {0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}, {0.5, 0.5, 0.5}
    };
    double[][] around = new CrystalSites(cell, sites).neighbours(2);
    assertThat(around).hasDimensions(6, 3);
    assertThat(SymmetryMeasure.of(around, Polyhedron.O6)).isCloseTo(0, within(1e-9));
    // zinc blende, in its primitive cell
    double[][] primitive = {{0, 2.7, 2.7}, {2.7, 0, 2.7}, {2.7, 2.7, 0}};
    double[][] two = {{0, 0, 0}, {0.25, 0.25, 0.25}};
    assertThat(LocalEnvironment.of(new CrystalSites(primitive, two).neighbours(1)))
        .contains(LocalEnvironment.T4);
    // one atom alone sees its own images
    assertThat(new CrystalSites(cell, new double[][] {{0.3, 0.1, 0.9}}).neighbours(0))
        .hasDimensions(6, 3);
  }

  @Test
  void refusesAnotherNumberOfNeighbours() {
    assertThatThrownBy(() -> SymmetryMeasure.of(new double[5][3], Polyhedron.O6))
        .hasMessage("5 neighbours for O6");
  }

  private static double[][] turned(double[][] places, Random random) {
    double a = random.nextDouble() * 6;
    double b = random.nextDouble() * 6;
    double scale = 0.5 + 3 * random.nextDouble();
    double[][] out = new double[places.length][];
    for (int k = 0; k < places.length; k++) {
      double x = Math.cos(a) * places[k][0] - Math.sin(a) * places[k][1];
      double y = Math.sin(a) * places[k][0] + Math.cos(a) * places[k][1];
      double z = Math.cos(b) * places[k][2] - Math.sin(b) * x;
      double w = Math.sin(b) * places[k][2] + Math.cos(b) * x;
      out[k] = new double[] {scale * w, scale * y, scale * z};
    }
    return out;
  }
}
