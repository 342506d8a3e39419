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
  void aRangeThatIsCutOutIsTaken() {
    SpectralAxis wide = regular(2.9, 0.005, 101);
    taken(MODEL, wide, 20);
    taken(regular(2.9, 0.005, 5), wide, 0);
    taken(regular(3.35, 0.005, 11), wide, 90);
    refused(regular(3.36, 0.005, 11), wide);
  }

  /** Of 0 to 11 the model lacks 4 to 6, which a mask has taken. */
  @Test
  void aGapOfTheModelIsTaken() {
    SpectralAxis model = axis(0, 1, 2, 3, 7, 8, 9, 10, 11);
    SpectralAxis whole = regular(0, 1, 12);
    float[] out = new float[9];
    AxisMatch match = AxisMatch.of(model, whole, OtherAxis.REFUSE, "D5");
    match.apply(new float[] {9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 1, out, 0);
    assertThat(match.same()).isTrue();
    assertThat(out).containsExactly(0, 1, 2, 3, 7, 8, 9, 10, 11);
    refused(axis(0, 1, 2, 3, 7.5, 8, 9), whole);
    refused(whole, model);
  }

  @Test
  void everySecondPointOfAFinerAxisIsAnotherAxis() {
    SpectralAxis finer = regular(3, 0.0025, 41);
    refused(MODEL, finer);
    refused(regular(3, 0.005, 2), finer);
    assertThat(AxisMatch.of(MODEL, finer, OtherAxis.RESAMPLE, "D5").same()).isFalse();
    refused(MODEL, regular(3, 0.01, 11));
  }

  private static void taken(SpectralAxis model, SpectralAxis spectra, int first) {
    AxisMatch match = AxisMatch.of(model, spectra, OtherAxis.REFUSE, "D5");
    float[] spectrum = new float[spectra.points()];
    for (int i = 0; i < spectrum.length; i++) {
      spectrum[i] = i;
    }
    float[] out = new float[model.points()];
    match.apply(spectrum, 0, out, 0);
    for (int i = 0; i < out.length; i++) {
      assertThat(out[i]).isEqualTo(first + i);
    }
  }

  private static void refused(SpectralAxis model, SpectralAxis spectra) {
    assertThatThrownBy(() -> AxisMatch.of(model, spectra, OtherAxis.REFUSE, "D5"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("that of the model is two_theta_deg with " + model.points());
  }

  private static SpectralAxis axis(double... values) {
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
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
