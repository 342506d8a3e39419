package org.debye.spectra.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.debye.spectra.baseline.BaselineSettings.Als;
import org.debye.spectra.baseline.BaselineSettings.ArPls;
import org.debye.spectra.baseline.BaselineSettings.None;
import org.debye.spectra.baseline.BaselineSettings.SmoothBruckner;
import org.debye.spectra.baseline.BaselineSettings.Snip;
import org.debye.spectra.baseline.BaselineSettings.Snip.IntensityScale;
import org.debye.spectra.baseline.BaselineSettings.Snip.WindowOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
  private static final int POINTS = 500;

  static final List<BaselineSettings> TRANSLATION_INVARIANT =
      List.of(
          Als.DEFAULT,
          ArPls.DEFAULT,
          Snip.DEFAULT,
          new Snip(30, WindowOrder.INCREASING, IntensityScale.LINEAR),
          new SmoothBruckner(20, 50, 20));

  static final List<BaselineSettings> ALL =
      List.of(
          new None(),
          Als.DEFAULT,
          ArPls.DEFAULT,
          Snip.DEFAULT,
          new Snip(30, WindowOrder.DECREASING, IntensityScale.LLS),
          new SmoothBruckner(20, 50, 20));

  @ParameterizedTest
  @FieldSource("TRANSLATION_INVARIANT")
  void aConstantAddedToTheSpectrumIsAddedToTheBaseline(BaselineSettings settings) {
    float[] spectrum = powder(new Random(11), POINTS);
    float[] lifted = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      lifted[i] = spectrum[i] + 4096;
    }
    float[] low = estimate(settings, spectrum);
    float[] high = estimate(settings, lifted);
    for (int i = 0; i < POINTS; i++) {
      assertThat(high[i] - 4096).as("point %d", i).isCloseTo(low[i], within(2e-2));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aStraightLineIsItsOwnBaseline(BaselineSettings settings) {
    if (settings instanceof None) {
      return;
    }
    float[] line = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      line[i] = 1000 - i;
    }
    float[] baseline = estimate(settings, line);
    boolean flat = settings instanceof SmoothBruckner;
    boolean curved = settings instanceof Snip snip && snip.scale() == IntensityScale.LLS;
    for (int i = 0; i < POINTS; i++) {
      double tolerance = flat ? 12 : curved ? 25 : 1e-2;
      assertThat(baseline[i]).as("point %d", i).isCloseTo(line[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void snipNeverRisesAboveTheData(long seed) {
    float[] spectrum = withGaps(powder(new Random(seed), POINTS), new Random(seed));
    for (WindowOrder order : WindowOrder.values()) {
      for (IntensityScale scale : IntensityScale.values()) {
        float[] baseline = estimate(new Snip(35, order, scale), spectrum);
        for (int i = 0; i < POINTS; i++) {
          if (!Float.isNaN(spectrum[i])) {
            assertThat(baseline[i])
                .as("seed %d, point %d", seed, i)
                .isLessThanOrEqualTo(spectrum[i]);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void pointsWithoutAValueStayWithoutOne(BaselineSettings settings) {
    float[] spectrum = withGaps(powder(new Random(5), POINTS), new Random(6));
    spectrum[77] = Float.POSITIVE_INFINITY;
    float[] baseline = estimate(settings, spectrum);
    for (int i = 0; i < POINTS; i++) {
      assertThat(Float.isNaN(baseline[i]))
          .as("point %d", i)
          .isEqualTo(!Float.isFinite(spectrum[i]));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void aGapInASmoothStretchDoesNotBendTheBaseline(BaselineSettings settings) {
    Random random = new Random(12);
    float[] whole = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double x = (i - 250) / 250.0;
      double peak = 500 * Math.exp(-Math.pow((i - 100) / 4.0, 2));
      double noise = 0.5 * random.nextGaussian();
      whole[i] = (float) (300 - 40 * x + 20 * x * x + peak + noise);
    }
    float[] gapped = whole.clone();
    Arrays.fill(gapped, 300, 330, Float.NaN);
    float[] expected = estimate(settings, whole);
    float[] baseline = estimate(settings, gapped);
    for (int i = 0; i < POINTS; i++) {
      if (!Float.isNaN(gapped[i])) {
        assertThat(baseline[i]).as("point %d", i).isCloseTo(expected[i], within(0.6));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void edgesWithoutAValueChangeNothing(BaselineSettings settings) {
    float[] inner = powder(new Random(9), POINTS - 60);
    float[] padded = new float[POINTS];
    Arrays.fill(padded, Float.NaN);
    System.arraycopy(inner, 0, padded, 25, inner.length);

    float[] baseline = estimate(settings, padded);

    assertThat(Arrays.copyOfRange(baseline, 25, 25 + inner.length))
        .isEqualTo(estimate(settings, inner));
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void tooFewPointsGiveNoBaselineAndNoException(BaselineSettings settings) {
    for (int points = 0; points < 40; points++) {
      Random random = new Random(points);
      float[] spectrum = new float[points];
      for (int i = 0; i < points; i++) {
        spectrum[i] = random.nextBoolean() ? random.nextFloat() : Float.NaN;
      }
      assertThat(estimate(settings, spectrum)).hasSize(points);
      Arrays.fill(spectrum, Float.NaN);
      for (float value : estimate(settings, spectrum)) {
        assertThat(value).isNaN();
      }
      Arrays.fill(spectrum, 3);
      for (float value : estimate(settings, spectrum)) {
        assertThat(value)
            .satisfiesAnyOf(v -> assertThat(v).isNaN(), v -> assertThat(v).isLessThan(3.01f));
      }
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void anInstanceIsReusedWithoutMemoryOfThePreviousSpectrum(BaselineSettings settings) {
    Baseline baseline = Baseline.of(settings, POINTS);
    float[] first = powder(new Random(1), POINTS);
    float[] again = new float[POINTS];
    baseline.estimate(withGaps(powder(new Random(2), POINTS), new Random(3)), again);
    baseline.estimate(first, again);
    assertThat(again).isEqualTo(estimate(settings, first));

    baseline.estimate(first, first);
    assertThat(first).as("in place").isEqualTo(again);
  }

  @Test
  void alsOfAPeakOnAFlatGroundFindsTheGround() {
    float[] spectrum = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      spectrum[i] = (float) (50 + 900 * Math.exp(-Math.pow((i - 250) / 3.0, 2)));
    }
    float[] baseline = estimate(new Als(1e5, 0.001, 20), spectrum);
    for (float value : baseline) {
      assertThat(value).isBetween(49f, 53f);
    }
  }

  @Test
  void arPlsKeepsItsCurveWhenTheRangeIsBinnedFiner() {
    ArPls coarse = new ArPls(1e4, 1e-6, 50);
    ArPls fine = coarse.rescaled(250, 1000);
    assertThat(fine.lambda()).isEqualTo(1e4 * 256);
    float[] few = estimate(coarse, shape(250));
    float[] many = estimate(fine, shape(1000));
    for (int i = 5; i < 245; i++) {
      assertThat(many[4 * i]).isCloseTo(few[i], within(0.5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e5, 1e7, 1e9, 1e12})
  void theStiffestCurveThroughALineWithAGapIsThatLine(double lambda) {
    int points = 4000;
    for (int gap : new int[] {0, 100, 1000, 3000}) {
      float[] line = new float[points];
      for (int i = 0; i < points; i++) {
        line[i] = i >= 5 && i < 5 + gap ? Float.NaN : 100 + i * 0.25f;
      }
      for (BaselineSettings settings :
          List.of(new Als(lambda, 0.002, 10), new ArPls(lambda, 1e-6, 50))) {
        float[] baseline = estimate(settings, line);
        for (int i = 0; i < points; i++) {
          if (!Float.isNaN(line[i])) {
            assertThat(baseline[i])
                .as("%s, point %d", settings, i)
                .isCloseTo(line[i], within(1e-4));
          }
        }
      }
    }
  }

  @Test
  void aStiffnessBeyondDoublesGivesNoBaselineAndNotAWrongOne() {
    float[] spectrum = powder(new Random(1), POINTS);
    for (BaselineSettings settings : List.of(new Als(1e30, 0.002, 10), new ArPls(1e30, 1e-6, 50))) {
      for (float value : estimate(settings, spectrum)) {
        assertThat(value).isNaN();
      }
    }
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> new Als(0, 0.01, 10)).hasMessage("lambda must be positive, got 0.0");
    assertThatThrownBy(() -> new Als(1, 1, 10)).hasMessage("asymmetry must lie in (0, 1), got 1.0");
    assertThatThrownBy(() -> new Als(1, 0.1, 0)).hasMessage("iterations must be at least 1, got 0");
    assertThatThrownBy(() -> new ArPls(Double.NaN, 1e-6, 9)).hasMessageContaining("lambda");
    assertThatThrownBy(() -> new ArPls(1, -1, 9)).hasMessageContaining("ratio");
    assertThatThrownBy(() -> new Snip(0, WindowOrder.DECREASING, IntensityScale.LINEAR))
        .hasMessageContaining("halfWindow");
    assertThatThrownBy(() -> SmoothBruckner.ofWidth(0.1, 0.2, 50, 50))
        .hasMessage("smoothPoints must be at least 1, got 0");
    assertThatThrownBy(() -> Baseline.of(Als.DEFAULT, 5).estimate(new float[4], new float[5]))
        .hasMessage("baseline is for 5 points, spectrum has 4");
  }

  private static float[] shape(int points) {
    float[] y = new float[points];
    for (int i = 0; i < points; i++) {
      double x = (double) i / points;
      y[i] = (float) (30 * Math.exp(-2 * x) + 80 * Math.exp(-Math.pow((x - 0.6) / 0.01, 2)));
    }
    return y;
  }

  private static float[] powder(Random random, int points) {
    float[] y = new float[points];
    for (int i = 0; i < points; i++) {
      y[i] = (float) (80 + 200 * Math.exp(-i / 120.0) + random.nextGaussian());
    }
    for (int peak = 0; peak < 8; peak++) {
      int centre = random.nextInt(points);
      double height = 400 * random.nextDouble();
      for (int i = Math.max(0, centre - 15); i < Math.min(points, centre + 15); i++) {
        y[i] += (float) (height * Math.exp(-Math.pow((i - centre) / 3.0, 2)));
      }
    }
    return y;
  }

  private static float[] withGaps(float[] spectrum, Random random) {
    for (int gap = 0; gap < 5; gap++) {
      int start = random.nextInt(spectrum.length - 30);
      Arrays.fill(spectrum, start, start + 1 + random.nextInt(29), Float.NaN);
    }
    return spectrum;
  }

  private static float[] estimate(BaselineSettings settings, float[] spectrum) {
    float[] out = new float[spectrum.length];
    Baseline.of(settings, spectrum.length).estimate(spectrum, out);
    return out;
  }

  private static org.assertj.core.data.Offset<Float> within(double tolerance) {
    return org.assertj.core.data.Offset.offset((float) tolerance);
  }
}
