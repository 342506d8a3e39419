package org.debye.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectra on their way into a model, beside numbers worked out by hand. */
final class PreparationTest {
  private static final Offset<Float> ROUNDING = within(1e-6f);
  private static final SpectralAxis AXIS = axis(1, 2, 3, 4);
  private static final float[] NONE = {};

  /** Less the baseline they are 0.5, 2, 4, 1: sum 7.5, squares 21.25, mean 1.875. */
  private static final float[] INTENSITY = {1, 3, 5, -1};

  private static final float[] BASELINE = {0.5f, 1, 1, -2};

  @ParameterizedTest
  @CsvSource({
    "NONE, 0.5, 2, 4, 1",
    "UNIT_RANGE, 0, 0.4285714, 1, 0.1428571",
    "UNIT_MAXIMUM, 0.125, 0.5, 1, 0.25",
    "UNIT_SUM, 0.0666667, 0.2666667, 0.5333333, 0.1333333",
    "UNIT_LENGTH, 0.1084652, 0.4338609, 0.8677218, 0.2169305",
    // The deviation is the root of 21.25 / 4 - 1.875^2 = 1.796875.
    "STANDARD_SCORE, -1.0257553, 0.0932505, 1.5852581, -0.6527534"
  })
  void everyScaling(IntensityScaling scaling, float a, float b, float c, float d) {
    float[] found = of(BaselineUse.SUBTRACTED, scaling).of(INTENSITY, BASELINE, "D1, frame 3");
    assertThat(found).containsExactly(new float[] {a, b, c, d}, ROUNDING);
    assertThat(INTENSITY).containsExactly(1, 3, 5, -1);
  }

  @Test
  void aBaselineThatIsKeptIsNotLookedAt() {
    Preparation kept = of(BaselineUse.KEPT, IntensityScaling.NONE);
    assertThat(kept.of(INTENSITY, BASELINE, "D1")).containsExactly(INTENSITY);
    assertThat(kept.of(INTENSITY, NONE, "D1")).containsExactly(INTENSITY);
    assertThat(kept.points()).isEqualTo(4);
  }

  @Test
  void aBaselineThatIsNotThereIsMissed() {
    assertThatThrownBy(
            () ->
                of(BaselineUse.SUBTRACTED, IntensityScaling.NONE)
                    .of(INTENSITY, NONE, "D1, frame 3"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "D1, frame 3: the model takes spectra less their baseline, and this one has none."
                + " Reduce it with a baseline, or train with spectra.subtract-baseline=false.");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefusedWhereTheModelLooks(float value) {
    float[] spoilt = {1, value, 5, -1};
    assertThatThrownBy(
            () -> of(BaselineUse.KEPT, IntensityScaling.UNIT_SUM).of(spoilt, NONE, "D1, frame 3"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "D1, frame 3: intensity 1 of the model's axis is "
                + value
                + ". Leave the frame or the part of the axis out, or mend the mask of the"
                + " reduction.");
    SpectrumTreatment plain = new SpectrumTreatment(BaselineUse.KEPT, IntensityScaling.NONE);
    Preparation beyond = Preparation.of(axis(3, 4), plain, AXIS, OtherAxis.REFUSE, "D1");
    assertThat(beyond.of(spoilt, NONE, "D1")).containsExactly(5, -1);
  }

  /** Whatever the constant: rounding makes no spectrum of it. */
  @ParameterizedTest
  @EnumSource(
      value = IntensityScaling.class,
      names = {"UNIT_RANGE", "STANDARD_SCORE"})
  void aConstantIsNotScaledByItsSpread(IntensityScaling scaling) {
    double[] places = new double[4023];
    Arrays.setAll(places, i -> i);
    SpectrumTreatment treatment = new SpectrumTreatment(BaselineUse.KEPT, scaling);
    Preparation preparation =
        Preparation.of(axis(places), treatment, axis(places), OtherAxis.REFUSE, "D1");
    for (float constant : new float[] {0, 0.1f, -3.3f, 1e6f / 3, 1.7e-12f, 9.1e19f}) {
      float[] flat = new float[places.length];
      Arrays.fill(flat, constant);
      assertThatThrownBy(() -> preparation.of(flat, NONE, "D1, frame 3"))
          .as("%s of %s", scaling, constant)
          .isInstanceOf(InputException.class)
          .hasMessage(
              "D1, frame 3: it cannot be scaled: what it would be divided by is 0.0. Leave the"
                  + " frame out, or train with another scaling.");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = IntensityScaling.class,
      names = {"UNIT_MAXIMUM", "UNIT_SUM"})
  void whatIsNotAboveZeroIsNotScaledByIt(IntensityScaling scaling) {
    float[] below = {-1, -2, 0, -3};
    assertThatThrownBy(() -> of(BaselineUse.KEPT, scaling).of(below, NONE, "D1"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("D1: it cannot be scaled: what it would be divided by is ");
  }

  /** Small differences on a large offset: the deviation of 0, 1, 2, 3 is the root of 1.25. */
  @Test
  void aSpreadIsNotLostInALargeMean() {
    float[] high = {8_000_000, 8_000_001, 8_000_002, 8_000_003};
    float[] found = of(BaselineUse.KEPT, IntensityScaling.STANDARD_SCORE).of(high, NONE, "D1");
    assertThat(found)
        .containsExactly(
            new float[] {-1.3416408f, -0.4472136f, 0.4472136f, 1.3416408f}, within(1e-5f));
  }

  private static Preparation of(BaselineUse baseline, IntensityScaling scaling) {
    return Preparation.of(
        AXIS, new SpectrumTreatment(baseline, scaling), AXIS, OtherAxis.REFUSE, "D1");
  }

  private static SpectralAxis axis(double... values) {
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }
}
