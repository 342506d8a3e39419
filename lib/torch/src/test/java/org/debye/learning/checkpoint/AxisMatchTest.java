package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

final class AxisMatchTest {
  private static final SpectralAxis MODEL = regular(3, 0.005, 11);

  @Test
  void theSameAxisIsTakenAsItIs() {
    AxisMatch match = AxisMatch.of(MODEL, regular(3, 0.005, 11), OtherAxis.REFUSE, "D5");
    assertThat(match.same()).isTrue();
    float[] out = new float[13];
    float[] spectrum = new float[12];
    Arrays.fill(spectrum, 4);
    match.apply(spectrum, 1, out, 1);
    assertThat(out).startsWith(0, 4).endsWith(4, 0);
    assertThat(match.points()).isEqualTo(11);
  }

  @Test
  void aHundredthOfAStepIsNoDifferenceAndMoreIsOne() {
    assertThat(AxisMatch.same(MODEL, shifted(4, 0.0099 * 0.005))).isTrue();
    assertThat(AxisMatch.same(MODEL, shifted(4, -0.0099 * 0.005))).isTrue();
    assertThat(AxisMatch.same(MODEL, shifted(4, 0.0101 * 0.005))).isFalse();
    assertThat(AxisMatch.same(MODEL, shifted(0, 0.0101 * 0.005))).isFalse();
    assertThat(AxisMatch.same(MODEL, shifted(10, -0.0101 * 0.005))).isFalse();
    assertThat(AxisMatch.same(MODEL, shifted(10, Double.NaN))).isFalse();
    assertThat(AxisMatch.same(MODEL, regular(3, 0.005, 12))).isFalse();
    SpectralAxis one = new SpectralAxis(AxisKind.CHANNEL, new double[] {1});
    assertThat(AxisMatch.same(one, new SpectralAxis(AxisKind.CHANNEL, new double[] {1}))).isTrue();
    assertThat(AxisMatch.same(one, new SpectralAxis(AxisKind.CHANNEL, new double[] {1.1})))
        .isFalse();
  }

  @Test
  void anotherAxisIsRefusedUnlessToldToResample() {
    assertThatThrownBy(
            () -> AxisMatch.of(MODEL, regular(2.5, 0.01, 2001), OtherAxis.REFUSE, "dataset D5-1b"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "dataset D5-1b: its axis is two_theta_deg with 2001 points from 2.50000 to 22.5000 deg,"
                + " that of the model is two_theta_deg with 11 points from 3.00000 to 3.05000 deg."
                + " Reduce them onto the model's axis, or set resample=true to interpolate.")
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.throwable(InputException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_CONFIGURATION));
  }

  @Test
  void resamplingInterpolatesLinearly() {
    SpectralAxis fine = regular(2.9, 0.0025, 101);
    AxisMatch match = AxisMatch.of(MODEL, fine, OtherAxis.RESAMPLE, "D5");
    float[] spectrum = new float[101];
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] = (float) (100 * (fine.values()[i] - 3));
    }
    float[] out = new float[11];
    match.apply(spectrum, 0, out, 0);
    assertThat(match.same()).isFalse();
    for (int i = 0; i < out.length; i++) {
      assertThat(out[i])
          .isCloseTo((float) (100 * i * 0.005), org.assertj.core.api.Assertions.within(1e-5f));
    }
  }

  @Test
  void nothingIsExtrapolated() {
    assertThatThrownBy(
            () -> AxisMatch.of(MODEL, regular(3.01, 0.005, 11), OtherAxis.RESAMPLE, "D5"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "Nothing is made up beyond the ends of a spectrum: give spectra that reach as far, or"
                + " train a model on their range.");
  }

  @Test
  void anotherKindIsNotResampled() {
    SpectralAxis q = new SpectralAxis(AxisKind.Q_PER_NM, MODEL.values());
    assertThatThrownBy(() -> AxisMatch.of(MODEL, q, OtherAxis.RESAMPLE, "D5"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "D5: its axis is q_per_nm with 11 points from 3.00000 to 3.05000 1/nm,")
        .hasMessageEndingWith("Reduce or import them with the model's kind of axis.");
  }

  @Test
  void anAxisThatDoesNotAscendIsNotResampled() {
    SpectralAxis descending = new SpectralAxis(AxisKind.TWO_THETA_DEG, new double[] {9, 3, 2, 1});
    assertThatThrownBy(() -> AxisMatch.of(MODEL, descending, OtherAxis.RESAMPLE, "D5"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("It cannot be resampled, as it does not ascend; import it anew.");
    SpectralAxis empty = new SpectralAxis(AxisKind.TWO_THETA_DEG, new double[0]);
    assertThatThrownBy(() -> AxisMatch.of(MODEL, empty, OtherAxis.RESAMPLE, "D5"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("D5: its axis is empty, that of the model is two_theta_deg");
  }

  private static SpectralAxis regular(double start, double step, int points) {
    double[] values = new double[points];
    Arrays.setAll(values, i -> start + i * step);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  private static SpectralAxis shifted(int point, double by) {
    double[] values = MODEL.values().clone();
    values[point] += by;
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }
}
