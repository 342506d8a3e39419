package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

class ShiftedWindowTest {
  private static final SimulatedXanes XANES = new SimulatedXanes(XanesElement.FE, 3, 0.01);
  private static final EnergyGrid MEASURED = XANES.grid();
  private static final ShiftedWindow WINDOW =
      new ShiftedWindow(MEASURED, ShiftedWindow.margin(MEASURED, 3));

  @Test
  void aShiftByWholeStepsIsTheSpectrumShiftedBeforeItWasPutOnTheGrid() {
    assertThat(WINDOW.margin()).isEqualTo(6);
    assertThat(WINDOW.grid().points()).isEqualTo(88);
    for (double shift : new double[] {-3, -2, -0.5, 0, 1, 2.5, 3}) {
      assertThat(WINDOW.of(spectrum(MEASURED, 0), shift))
          .as("%s eV", shift)
          .containsExactly(spectrum(WINDOW.grid(), shift), within(2e-6f));
    }
  }

  @Test
  void anyOtherShiftIsTheSameAsNearlyAsASplineCan() {
    assertThat(WINDOW.of(spectrum(MEASURED, 0), 0.3))
        .containsExactly(spectrum(WINDOW.grid(), 0.3), within(2e-3f));
    assertThat(WINDOW.of(spectrum(MEASURED, 0), -1.77))
        .containsExactly(spectrum(WINDOW.grid(), -1.77), within(2e-3f));
  }

  @Test
  void nothingIsMadeUpBeyondTheEnds() {
    assertThatThrownBy(() -> WINDOW.of(spectrum(MEASURED, 0), 3.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("moved by 3.5 eV");
    assertThatThrownBy(() -> new ShiftedWindow(MEASURED, 50))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAxisIsAGridWhereItsEnergiesAreEven() {
    assertThat(EnergyGrid.of(MEASURED.axis()))
        .hasValueSatisfying(
            grid -> {
              assertThat(grid.points()).isEqualTo(100);
              assertThat(grid.step()).isCloseTo(0.5, within(1e-9));
            });
    double[] uneven = MEASURED.energies();
    uneven[40] += 0.1;
    assertThat(EnergyGrid.of(new SpectralAxis(AxisKind.ENERGY_EV, uneven))).isEmpty();
    assertThat(EnergyGrid.of(new SpectralAxis(AxisKind.CHANNEL, MEASURED.energies()))).isEmpty();
    assertThat(EnergyGrid.of(new SpectralAxis(AxisKind.ENERGY_EV, new double[] {7100}))).isEmpty();
  }

  private static float[] spectrum(EnergyGrid grid, double shift) {
    return XANES.spectrum(1, XANES.site(1), grid, shift);
  }
}
