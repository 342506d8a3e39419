package org.debye.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalisationTest {
  private final Observations spectra = new Observations(2, 3, new double[] {1, 2, 2, 0, 30, 40});

  @ParameterizedTest
  @CsvSource({
    "NONE, 1, 2, 2",
    "UNIT_SUM, 0.2, 0.4, 0.4",
    "UNIT_LENGTH, 0.3333333333333333, 0.6666666666666666, 0.6666666666666666",
    "UNIT_MAXIMUM, 0.5, 1, 1",
    "STANDARD_NORMAL_VARIATE, -1.1547005383792515, 0.5773502691896257, 0.5773502691896257"
  })
  void aSpectrumIsScaled(Normalisation normalisation, double a, double b, double c) {
    double[] values = normalisation.of("x", spectra).values();
    assertThat(values[0]).isCloseTo(a, within(1e-14));
    assertThat(values[1]).isCloseTo(b, within(1e-14));
    assertThat(values[2]).isCloseTo(c, within(1e-14));
    assertThat(spectra.values()).containsExactly(1, 2, 2, 0, 30, 40);
  }

  @Test
  void whatHasNoSizeIsRefused() {
    Observations dark = new Observations(2, 2, new double[] {1, 2, 0, 0});
    assertThatThrownBy(() -> Normalisation.UNIT_SUM.of("dark", dark))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "dark: spectrum 2 has the sum 0.0, by which nothing can be divided."
                + " Leave it out, or set normalisation=none.");
  }
}
