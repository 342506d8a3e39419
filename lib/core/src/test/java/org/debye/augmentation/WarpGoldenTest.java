package org.debye.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.fixtures.GoldenValues;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splines and warps against scipy's CubicSpline and numpy's interp. */
final class WarpGoldenTest {
  private static final GoldenValues GOLDEN = GoldenValues.of("augmentations.txt");

  @Test
  void theSpectrumIsTheScripts() {
    assertClose(LineSpectrum.of(101), GOLDEN.doubles("spectrum"), 1, 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"101,0", "101,1", "101,2", "101,3", "101,4", "101,8", "4023,4", "4023,8"})
  void splinesAndWarpsAgree(int points, int knots) {
    String name = points + "_" + knots + "_";
    int every = points == 101 ? 1 : 97;
    double[] heights = GOLDEN.doubles(name + "heights");
    double[] curve = new double[points];
    EvenSpline.evaluate(heights, curve);
    double[] expected = GOLDEN.doubles(name + "curve");
    for (int i = 0; i < expected.length; i++) {
      assertThat(curve[i * every]).isCloseTo(expected[i], within(1e-12));
    }
    float[] magnitude = LineSpectrum.of(points);
    MagnitudeWarp.warp(magnitude, 0, heights, curve);
    assertClose(magnitude, GOLDEN.doubles(name + "magnitude"), every, 1e-6);
    float[] angle = LineSpectrum.of(points);
    AngleWarp.warp(angle, 0, heights, new AugmentationScratch(points));
    assertClose(angle, GOLDEN.doubles(name + "angle"), every, 1e-6);
  }

  @Test
  void sliceAgrees() {
    float[] slice = new float[101];
    WindowSlice.stretch(LineSpectrum.of(101), 11, 81, slice, 0);
    assertClose(slice, GOLDEN.doubles("slice_11_81"), 1, 1e-6);
  }

  /** Heights and spline together: as many curves turn negative as of scipy's. */
  @ParameterizedTest
  @CsvSource({"least_magnitude,0.3,4,0", "least_magnitude,0.3,4,1", "least_angle,0.2,8,1"})
  void curvesFallAsFarAsScipys(String name, double deviation, int knots, int place) {
    int draws = 200_000;
    double limit = place == 0 ? 0 : AngleWarp.LEAST_STRETCH;
    double[] curve = new double[400];
    RandomStream random = RandomStreams.of(5).at(name, place);
    int below = 0;
    for (int i = 0; i < draws; i++) {
      EvenSpline.evaluate(EvenSpline.drawHeights(knots, deviation, random), curve);
      below += Arrays.stream(curve).min().orElseThrow() < limit ? 1 : 0;
    }
    double share = GOLDEN.doubles(name)[place];
    double error = Math.sqrt(share * (1.0 / draws + 1.0 / 1_000_000));
    assertThat(below / (double) draws).isCloseTo(share, within(4 * error));
  }

  @Test
  void aSplineNeedsAsManyPointsAsKnots() {
    assertThatThrownBy(() -> EvenSpline.evaluate(new double[6], new double[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spline of 6 knots at 5 points");
  }

  private static void assertClose(float[] actual, double[] expected, int every, double tolerance) {
    assertThat(expected).hasSize((actual.length + every - 1) / every);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i * every]).isCloseTo(expected[i], within(tolerance));
    }
  }
}
