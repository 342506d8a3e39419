package org.debye.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class AxisResamplingTest {
  @Test
  void aStraightLineStaysOne() {
    for (int seed = 0; seed < 100; seed++) {
      RandomStream random = RandomStreams.of(12).at("axes", seed);
      double[] from = ascending(random, 2 + random.nextInt(40));
      double[] to = new double[1 + random.nextInt(60)];
      for (int i = 0; i < to.length; i++) {
        to[i] = from[0] + random.nextDouble() * (from[from.length - 1] - from[0]);
      }
      float[] line = new float[from.length + 3];
      for (int i = 0; i < from.length; i++) {
        line[i + 3] = (float) (2.5 * from[i] - 1);
      }
      float[] out = new float[to.length + 1];
      AxisResampling.between(axis(from), axis(to)).apply(line, 3, out, 1);
      for (int i = 0; i < to.length; i++) {
        assertThat((double) out[i + 1])
            .as("seed %d, point %d", seed, i)
            .isCloseTo(2.5 * to[i] - 1, within(1e-4));
      }
      assertThat(out[0]).isZero();
    }
  }

  @Test
  void pointsThatAreThereKeepTheirValues() {
    double[] from = ascending(RandomStreams.of(13).at("axis"), 30);
    float[] values = new float[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37) % 11 + 0.1f;
    }
    float[] out = new float[30];
    AxisResampling.between(axis(from), axis(from)).apply(values, 0, out, 0);
    assertThat(out).isEqualTo(values);
  }

  @Test
  void aGapSpreadsToItsNeighboursOnly() {
    AxisResampling resampling =
        AxisResampling.between(axis(0, 1, 2, 3), axis(0, 0.5, 1, 1.5, 2, 2.5, 3));
    float[] out = new float[7];
    resampling.apply(new float[] {1, 2, Float.NaN, 4}, 0, out, 0);
    assertThat(out).containsExactly(1, 1.5f, 2, Float.NaN, Float.NaN, Float.NaN, 4);
    assertThat(resampling.points()).isEqualTo(7);
  }

  @Test
  void anEndMayBeOffByAHundredthOfAStep() {
    AxisResampling resampling = AxisResampling.between(axis(0, 1, 2), axis(-0.01, 2.01));
    float[] out = new float[2];
    resampling.apply(new float[] {5, 6, 7}, 0, out, 0);
    assertThat(out).containsExactly(5, 7);
    assertThat(AxisResampling.covers(axis(0, 1, 2), axis(-0.011, 2))).isFalse();
    assertThat(AxisResampling.covers(axis(0, 1, 2), axis(0, 2.011))).isFalse();
    assertThat(AxisResampling.covers(axis(0), axis(0))).isFalse();
  }

  @Test
  void nothingIsMadeUp() {
    assertRefused(axis(0, 1, 2), axis(0, 2.5));
    assertRefused(axis(0, 1, 1), axis(0, 1));
    assertRefused(axis(0, Double.NaN, 2), axis(0, 1));
    assertRefused(axis(0, 1), new SpectralAxis(AxisKind.CHANNEL, new double[] {0, 1}));
    AxisResampling resampling = AxisResampling.between(axis(0, 1, 2), axis(0, 2));
    assertThatThrownBy(() -> resampling.apply(new float[2], 0, new float[2], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spectrum of 2 points on an axis of 3");
  }

  private static void assertRefused(SpectralAxis from, SpectralAxis to) {
    assertThatThrownBy(() -> AxisResampling.between(from, to))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] ascending(RandomStream random, int points) {
    double[] values = new double[points];
    values[0] = random.nextGaussian();
    for (int i = 1; i < points; i++) {
      values[i] = values[i - 1] + 0.01 + random.nextDouble();
    }
    return values;
  }

  private static SpectralAxis axis(double... values) {
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }
}
