package org.debye.spectra.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.debye.fixtures.Golden;
import org.debye.spectra.baseline.BaselineSettings.Snip.IntensityScale;
import org.debye.spectra.baseline.BaselineSettings.Snip.WindowOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scipy, PyMca and Dioptas: test/golden/baselines.py. */
class BaselineGoldenTest {
  // One unit in the last place of a float32 is 1.2e-7 of the value: results are float32.
  private static final double FLOAT_PRECISION = 1e-7;

  static Stream<Arguments> methods() {
    return Stream.of("full", "gapped")
        .flatMap(
            input ->
                Stream.of(
                    Arguments.of(input, "als", BaselineSettings.Als.DEFAULT),
                    Arguments.of(input, "arpls", BaselineSettings.ArPls.DEFAULT),
                    Arguments.of(input, "snip", BaselineSettings.Snip.DEFAULT),
                    Arguments.of(
                        input,
                        "snip_increasing",
                        new BaselineSettings.Snip(
                            40, WindowOrder.INCREASING, IntensityScale.LINEAR)),
                    Arguments.of(
                        input,
                        "snip_lls",
                        new BaselineSettings.Snip(24, WindowOrder.DECREASING, IntensityScale.LLS)),
                    Arguments.of(input, "bruckner", BaselineSettings.SmoothBruckner.DEFAULT)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("methods")
  void agreesWithTheReferenceToFloatPrecision(
      String input, String method, BaselineSettings settings) {
    float[] spectrum = Golden.floats("baseline_" + input + "_input.bin");
    double[] expected = Golden.doubles("baseline_" + input + "_" + method + ".bin");
    float[] estimate = new float[spectrum.length];

    Baseline.of(settings, spectrum.length).estimate(spectrum, estimate);

    assertThat(expected).hasSameSizeAs(estimate);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(estimate[i]).as("point %d", i).isNaN();
      } else {
        double tolerance = FLOAT_PRECISION * Math.abs(expected[i]);
        assertThat(Math.abs(estimate[i] - expected[i]))
            .as("point %d: %s, not %s", i, estimate[i], expected[i])
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }

  @Test
  void solvesThePentadiagonalSystemAsScipyDoes() {
    float[] spectrum = Golden.floats("baseline_full_input.bin");
    double[] weights = Golden.doubles("baseline_whittaker_weights.bin");
    double[] expected = Golden.doubles("baseline_whittaker.bin");
    int n = spectrum.length;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = spectrum[i];
    }
    double[] z = new double[n];

    assertThat(new WhittakerSmoother(1e5, n).solve(y, weights, n, z)).isTrue();

    for (int i = 0; i < n; i++) {
      // Both solvers lose up to eight digits: the matrix has a condition number near 1e9.
      assertThat(Math.abs(z[i] / expected[i] - 1)).as("point %d", i).isLessThan(1e-8);
    }
  }
}
