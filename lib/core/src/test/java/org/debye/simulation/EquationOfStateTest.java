package org.debye.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class EquationOfStateTest {
  @Test
  void birchMurnaghanMatchesHandCalculation() {
    // V/V0 = 1/1.331 = 1.1^-3, y = 1.1: y^5 = 1.61051, y^7 = 1.9487171, y^2 - 1 = 0.21
    BirchMurnaghan fourth = new BirchMurnaghan(157, 4);
    assertThat(fourth.pressure(1 / 1.331)).isCloseTo(1.5 * 157 * 0.3382071, within(1e-9));
    BirchMurnaghan steeper = new BirchMurnaghan(100, 6);
    assertThat(steeper.pressure(1 / 1.331)).isCloseTo(150 * 0.3382071 * 1.315, within(1e-9));
  }

  @Test
  void vinetMatchesHandCalculation() {
    // V/V0 = 0.729, x = 0.9: 3 * 266 * 0.1 / 0.81 * exp(1.5 * 4.81 * 0.1)
    assertThat(new Vinet(266, 5.81).pressure(0.729))
        .isCloseTo(98.5185185185185 * Math.exp(0.7215), within(1e-9));
  }

  @Test
  void bulkModulusAndItsDerivativeAreThoseOfTheDefinition() {
    double h = 1e-4;
    for (EquationOfState eos :
        new EquationOfState[] {new BirchMurnaghan(157, 4.4), new Vinet(266, 5.81)}) {
      double k0 = eos instanceof Vinet ? 266 : 157;
      double derivative = eos instanceof Vinet ? 5.81 : 4.4;
      assertThat(-(eos.pressure(1 + h) - eos.pressure(1 - h)) / (2 * h))
          .isCloseTo(k0, within(1e-3));
      // K' = dK/dP with K = -V dP/dV
      double pressure = eos.pressure(1 - h);
      double modulus = -(1 - h) * (eos.pressure(1) - eos.pressure(1 - 2 * h)) / (2 * h);
      assertThat((modulus - k0) / pressure).isCloseTo(derivative, within(5e-3));
    }
  }

  @Test
  void volumeUndoesPressureForAnyMaterial() {
    RandomStream random = RandomStreams.of(7).at("eos");
    for (int trial = 0; trial < 2000; trial++) {
      double k0 = 10 + 400 * random.nextDouble();
      double derivative = 2 + 6 * random.nextDouble();
      EquationOfState eos =
          trial % 2 == 0
              ? new BirchMurnaghan(k0, Math.max(4, derivative))
              : new Vinet(k0, derivative);
      double ratio = 0.4 + 0.6 * random.nextDouble();
      assertThat(eos.volumeRatio(eos.pressure(ratio)))
          .as("trial %d: %s at %s", trial, eos, ratio)
          .isCloseTo(ratio, within(1e-12));
    }
  }

  @Test
  void platinumAtKnownPressures() {
    // scipy.optimize.brentq on Vinet(266, 5.81)
    assertThat(CompressionRamp.PLATINUM.volumeRatio(0.5))
        .isCloseTo(0.9981322255265557, within(1e-11));
    assertThat(CompressionRamp.PLATINUM.volumeRatio(86))
        .isCloseTo(0.8276146458518251, within(1e-11));
    assertThat(CompressionRamp.PLATINUM.volumeRatio(0)).isEqualTo(1);
  }

  @Test
  void refusesPressuresThatItCannotInvert() {
    assertThatThrownBy(() -> new Vinet(266, 5.81).volumeRatio(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pressure must be within 0 and");
    assertThatThrownBy(() -> new Vinet(266, 5.81).volumeRatio(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
