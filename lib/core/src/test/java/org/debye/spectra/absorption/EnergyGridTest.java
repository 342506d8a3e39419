package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standard grid, shifts, alignment and the mean of scans. */
class EnergyGridTest {
  private static final AbsorptionScan SCAN = SyntheticScan.iron();
  private static final EnergyGrid GRID = EnergyGrid.standard(AbsorptionEdge.k("Fe"));

  @Test
  void hasAHundredPointsOfHalfAnElectronvolt() {
    assertThat(GRID.energies()).hasSize(100);
    assertThat(GRID.energy(0)).isEqualTo(7104.5);
    assertThat(GRID.energy(99)).isEqualTo(7154);
    assertThat(GRID.within(SCAN.energy())).isTrue();
    assertThat(GRID.within(SCAN.part(200, 601).energy())).isFalse();
  }

  @Test
  void goesThroughThePointsOfTheScan() {
    double[] values = GRID.interpolated(SCAN.energy(), SCAN.absorption(), 0);
    // 7104.5 eV is point 169 of the scan, which begins at 7020 eV
    assertThat(values)
        .containsExactly(Arrays.copyOfRange(SCAN.absorption(), 169, 269), within(1e-12));
  }

  @Test
  void aShiftMovesTheSpectrumToHigherEnergies() {
    double[] still = GRID.interpolated(SCAN.energy(), SCAN.absorption(), 0);
    double[] moved = GRID.interpolated(SCAN.energy(), SCAN.absorption(), 2);
    AbsorptionScan shifted = SCAN.shifted(2);
    for (int i = 4; i < 100; i++) {
      assertThat(moved[i]).isCloseTo(still[i - 4], within(1e-12));
    }
    assertThat(GRID.interpolated(shifted.energy(), shifted.absorption(), 0))
        .containsExactly(moved, within(1e-9));
    assertThatThrownBy(() -> GRID.interpolated(SCAN.energy(), SCAN.absorption(), 90))
        .hasMessageContaining("no values from 7104.5 to 7154.0 eV");
  }

  @Test
  void findsTheShiftOfAMovedSpectrum() {
    for (double shift : new double[] {-4.31, 0, 2.728}) {
      EnergyAlignment found = EnergyAlignment.of(GRID, SCAN, SCAN.shifted(-shift), 6);
      assertThat(found.shift()).isCloseTo(shift, within(2e-3));
      assertThat(found.correlation()).isGreaterThan(0.999);
    }
    assertThat(EnergyAlignment.correlation(new double[] {1, 2, 4}, new double[] {-1, -2, -4}))
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void mergesWhereAllScansHaveValues() {
    AbsorptionScan low = SyntheticScan.of(7120, 100, 200, 1, 8);
    AbsorptionScan high = SyntheticScan.of(7120, 50.25, 150.25, 1, 9);
    MergedScans merged = MergedScans.of(List.of(low, high));
    assertThat(merged.energy()[0]).isEqualTo(7070);
    assertThat(merged.energy()[merged.energy().length - 1]).isEqualTo(7270);
    double deviation = Arrays.stream(merged.deviation()).average().orElseThrow();
    // mean of |difference| / sqrt 2 of two scans with noise of 1e-3, one through a spline
    assertThat(deviation).isBetween(4e-4, 1.2e-3);
    MergedScans alone = MergedScans.of(List.of(low));
    assertThat(alone.mean()).containsExactly(low.absorption(), within(1e-12));
    assertThat(alone.deviation()).containsOnly(0);
  }
}
