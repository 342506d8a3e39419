package org.debye.classification.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangePointTest {

  static Stream<Long> seeds() {
    return LongStream.range(0, 12).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noOtherCutsScatterLess(long seed) {
    RandomStream random = RandomStreams.of(seed).at("series");
    double[] series = new double[14 * 2];
    for (int i = 0; i < series.length; i++) {
      series[i] = random.nextGaussian() + (i / 2 < 5 ? 1 : 0);
    }
    LeastSquaresSegments segments = LeastSquaresSegments.of(series, 2, 2);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 2; a <= 10; a++) {
      for (int b = a + 2; b <= 12; b++) {
        least = Math.min(least, plain(series, 0, a) + plain(series, a, b) + plain(series, b, 14));
      }
    }
    int[] found = segments.boundaries(3);
    double scatter =
        plain(series, 0, found[0])
            + plain(series, found[0], found[1])
            + plain(series, found[1], 14);
    assertThat(scatter).as("seed %s", seed).isCloseTo(least, within(1e-10));
  }

  private static double plain(double[] series, int from, int end) {
    double scatter = 0;
    for (int d = 0; d < 2; d++) {
      double mean = 0;
      for (int i = from; i < end; i++) {
        mean += series[2 * i + d] / (end - from);
      }
      for (int i = from; i < end; i++) {
        scatter += (series[2 * i + d] - mean) * (series[2 * i + d] - mean);
      }
    }
    return scatter;
  }

  @Test
  void findsWhereARampChangesItsPattern() {
    float[] ramp = ramp(90, 37);
    assertThat(new ChangePoint(3, 2, 1).boundaries(ramp, 60, "ramp")).containsExactly(37);
  }

  @Test
  void whatHasNoBoundarySaysWhy() {
    ChangePoint change = new ChangePoint(2, 3, 4);
    assertThatThrownBy(() -> change.boundaries(new float[11 * 5], 5, "D4"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "D4: 11 frames for 3 segments of at least 4. Take more frames, or ask for fewer or"
                + " shorter segments.");
    assertThatThrownBy(() -> change.boundaries(new float[20 * 5], 5, "D4"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 20 spectra are equal");
    float[] damaged = ramp(20, 9);
    damaged[65] = Float.NaN;
    assertThatThrownBy(() -> change.boundaries(damaged, 60, "D4"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spectrum 1: intensity 5 is NaN.");
    assertThatThrownBy(() -> new ChangePoint(2, 1, 1)).isInstanceOf(InputException.class);
  }

  private static float[] ramp(int frames, int boundary) {
    RandomStream random = RandomStreams.of(3).at(frames);
    float[] values = new float[frames * 60];
    for (int i = 0; i < frames; i++) {
      double centre = i < boundary ? 20 : 35;
      for (int p = 0; p < 60; p++) {
        double off = (p - centre) / 3;
        values[i * 60 + p] = (float) (Math.exp(-off * off) + 0.1 * random.nextGaussian());
      }
    }
    return values;
  }
}
