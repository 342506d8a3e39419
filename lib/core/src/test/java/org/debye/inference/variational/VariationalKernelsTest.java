package org.debye.inference.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.debye.numeric.Logistic;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class VariationalKernelsTest {
  private static final long SEED = 20261126;

  @Test
  void scalesEqualTheLibrarysSoftplus() {
    int n = 40_001;
    double[] parameters = new double[2 * n];
    for (int i = 0; i < n; i++) {
      parameters[n + i] = (i - n / 2) * 0.04; // -800 .. 800
    }
    Scales scales = new Scales(n);
    scales.prepare(parameters);
    for (int i = 0; i < n; i++) {
      double rho = parameters[n + i];
      double least = Math.max(rho, -700);
      assertThat(scales.scale[i] / Logistic.softplus(least))
          .as("softplus(%s)", rho)
          .isCloseTo(1, within(2e-14));
      assertThat(scales.slope[i] / Logistic.sigmoid(least))
          .as("sigmoid(%s)", rho)
          .isCloseTo(1, within(2e-14));
    }
  }

  @Test
  void logsAreSummedOverTheWholeRange() {
    for (double middle : new double[] {-600, -50, -3, 0, 50}) {
      int n = 19;
      double[] parameters = new double[2 * n];
      double expected = 0;
      for (int i = 0; i < n; i++) {
        parameters[n + i] = middle + i * 0.3;
        expected += StrictMath.log(Logistic.softplus(parameters[n + i]));
      }
      Scales scales = new Scales(n);
      scales.prepare(parameters);
      assertThat(scales.sumOfLogs()).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }
  }

  @Test
  void inverseGivesTheScaleBack() {
    for (double scale : new double[] {1e-10, 0.1, 1, 30}) {
      assertThat(Logistic.softplus(Scales.inverse(scale)) / scale).isCloseTo(1, within(1e-12));
    }
  }

  /** Bins of equal probability, and bins of the tails beyond the last layer. */
  @Test
  void noiseIsStandardNormal() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    int bins = 1000;
    int draws = 4_000_000;
    double[] observed = new double[bins];
    double[] noise = new double[1000];
    long beyond = 0;
    double fourth = 0;
    var random = RandomStreams.of(SEED).at("noise");
    for (int block = 0; block < draws / noise.length; block++) {
      Ziggurat.fill(random, noise);
      for (double x : noise) {
        observed[(int) (bins * normal.cumulativeProbability(x))]++;
        beyond += Math.abs(x) > 3.8 ? 1 : 0;
        fourth += x * x * x * x / draws;
      }
    }
    double expected = (double) draws / bins;
    double chiSquare = 0;
    for (double count : observed) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    double limit = ChiSquaredDistribution.of(bins - 1).inverseSurvivalProbability(1e-4);
    assertThat(chiSquare).as("seed %s", SEED).isLessThan(limit);
    double far = 2 * draws * normal.survivalProbability(3.8);
    assertThat(beyond).isCloseTo(Math.round(far), within((long) (4 * Math.sqrt(far))));
    assertThat(fourth).isCloseTo(3, within(4 * Math.sqrt(96.0 / draws)));
  }
}
