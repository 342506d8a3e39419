package org.debye.simulation.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.debye.spectra.absorption.EnergyGrid;
import org.debye.spectra.absorption.environment.LocalEnvironment;
import org.debye.spectra.absorption.environment.Polyhedron;
import org.debye.spectra.absorption.environment.SymmetryMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stand-in has to have in common with published spectra. */
class SimulatedXanesTest {
  private static final double SHARE = 0.06;

  @Test
  void hasTheSitesOfTheTable() {
    int[] totals = new int[3];
    for (XanesElement element : XanesElement.values()) {
      for (LocalEnvironment environment : LocalEnvironment.values()) {
        totals[environment.number()] += element.sites(environment);
      }
      assertThat(new SimulatedXanes(element, 1, 1).sites()).isEqualTo(element.sites());
    }
    assertThat(totals).containsExactly(4033, 2441, 11710);
  }

  @ParameterizedTest
  @EnumSource(names = {"TI", "FE", "CU"})
  void labelsAreThoseOfTheSymmetryMeasure(XanesElement element) {
    SimulatedXanes xanes = new SimulatedXanes(element, 3, SHARE);
    for (int i = 0; i < xanes.sites(); i++) {
      AbsorbingSite site = xanes.site(i);
      assertThat(site.environment()).isEqualTo(xanes.environment(i));
      assertThat(LocalEnvironment.of(Arrays.copyOf(site.ligands(), site.neighbours())))
          .contains(site.environment());
      for (int j = 0; j < site.ligands().length; j++) {
        boolean near = site.distance(j) <= 1.2 * site.distance(0);
        assertThat(near).isEqualTo(j < site.neighbours());
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameAndAShareIsAPart() {
    SimulatedXanes some = new SimulatedXanes(XanesElement.MN, 5, 0.01);
    SimulatedXanes again = new SimulatedXanes(XanesElement.MN, 5, 0.01);
    SimulatedXanes other = new SimulatedXanes(XanesElement.MN, 6, 0.01);
    float[] first = some.spectrum(3, some.site(3), some.grid(), 0);
    assertThat(again.spectrum(3, again.site(3), again.grid(), 0)).isEqualTo(first);
    assertThat(other.spectrum(3, other.site(3), other.grid(), 0)).isNotEqualTo(first);
    assertThat(some.sites()).isEqualTo(5 + 7 + 23);
  }

  @Test
  void aShiftMovesTheSpectrum() {
    SimulatedXanes xanes = new SimulatedXanes(XanesElement.CO, 7, 0.01);
    EnergyGrid grid = xanes.grid();
    float[] still = xanes.spectrum(0, xanes.site(0), grid, 0);
    float[] moved = xanes.spectrum(0, xanes.site(0), grid, 1.5);
    for (int i = 3; i < 100; i++) {
      assertThat(moved[i]).isCloseTo(still[i - 3], within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource(XanesElement.class)
  void spectraAreOnesThatAnEdgeCanHave(XanesElement element) {
    SimulatedXanes xanes = new SimulatedXanes(element, 8, 0.02);
    for (int i = 0; i < xanes.sites(); i++) {
      float[] spectrum = xanes.spectrum(i, xanes.site(i), xanes.grid(), 0);
      assertThat(spectrum[0]).isBetween(0f, 0.4f);
      for (float value : spectrum) {
        assertThat(value).isBetween(0f, 3f);
      }
      assertThat(mean(spectrum, 70, 100)).isBetween(0.75, 1.25);
    }
  }

  @Test
  void preEdgesAreStrongestForTetrahedraAndEarlyElements() {
    Map<XanesElement, double[]> heights = new EnumMap<>(XanesElement.class);
    for (XanesElement element : XanesElement.values()) {
      heights.put(element, preEdge(element));
    }
    for (XanesElement early : List.of(XanesElement.TI, XanesElement.V, XanesElement.CR)) {
      double[] byClass = heights.getOrDefault(early, new double[3]);
      assertThat(byClass[0]).as("%s T4, S5", early).isGreaterThan(byClass[1]);
      assertThat(byClass[1]).as("%s S5, O6", early).isGreaterThan(byClass[2]);
      for (XanesElement late : List.of(XanesElement.NI, XanesElement.CU)) {
        double[] faint = heights.getOrDefault(late, new double[3]);
        assertThat(Math.abs(faint[0] - faint[2])).isLessThan(0.3 * (byClass[0] - byClass[2]));
      }
    }
  }

  /** Mean over sites of the highest point up to 5 eV above the tabulated edge, less the line. */
  private static double[] preEdge(XanesElement element) {
    SimulatedXanes xanes = new SimulatedXanes(element, 9, SHARE);
    double[] sums = new double[3];
    int[] counts = new int[3];
    for (int i = 0; i < xanes.sites(); i++) {
      float[] spectrum = xanes.spectrum(i, xanes.site(i), xanes.grid(), 0);
      double highest = 0;
      for (int p = 10; p < 25; p++) {
        highest = Math.max(highest, spectrum[p]);
      }
      int label = xanes.environment(i).number();
      sums[label] += highest - spectrum[0];
      counts[label]++;
    }
    for (int label = 0; label < 3; label++) {
      sums[label] /= counts[label];
    }
    return sums;
  }

  @Test
  void theOddFieldIsThatOfIdealPolyhedra() {
    assertThat(ideal(LocalEnvironment.O6).oddField(1)).isCloseTo(0, within(1e-12));
    assertThat(ideal(LocalEnvironment.O6).oddField(3)).isCloseTo(0, within(1e-12));
    assertThat(ideal(LocalEnvironment.T4).oddField(1)).isCloseTo(0, within(1e-12));
    assertThat(ideal(LocalEnvironment.T4).oddField(3)).isCloseTo(5.0 / 9, within(1e-12));
    assertThat(ideal(LocalEnvironment.S5).oddField(1)).isCloseTo(1.0 / 25, within(1e-12));
  }

  private static AbsorbingSite ideal(LocalEnvironment environment) {
    double[][] places = environment.polyhedron().neighbours();
    return new AbsorbingSite(environment, places, places.length);
  }

  @Test
  void classesMeet() {
    // some octahedra are nearer to their limits than the typical pyramid is to its ideal
    SimulatedXanes xanes = new SimulatedXanes(XanesElement.CU, 11, 0.3);
    int farOctahedra = 0;
    for (int i = 0; i < xanes.sites(); i++) {
      AbsorbingSite site = xanes.site(i);
      if (site.environment() == LocalEnvironment.O6
          && site.distance(5) > 1.12 * site.distance(0)
          && SymmetryMeasure.of(site.ligands(), Polyhedron.O6) > 0.5) {
        farOctahedra++;
      }
    }
    assertThat(farOctahedra).isGreaterThan(10);
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] / (to - from);
    }
    return sum;
  }
}
