package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gamma, Dirichlet and LKJ draws against their distributions; seeds are fixed. */
class SamplersTest {
  private static final int DRAWS = 20_000;

  /** Kolmogorov's distribution at 1e-4: sqrt(n) D stays below it but once in 10,000 tests. */
  private static final double KOLMOGOROV_LIMIT = 2.226;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.5, 0.999, 1, 1.5, 7, 300})
  void gammaDrawsFollowTheGammaDistribution(double shape) {
    RandomStream random = RandomStreams.of(1).at("gamma");
    GammaDistribution gamma = GammaDistribution.of(shape, 1);
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> random.nextGamma(shape));
    // A draw that underflows is at 0, where the distribution function is 0 too, but is continuous.
    Arrays.setAll(draws, i -> Math.max(draws[i], Double.MIN_NORMAL));
    double underflowing = gamma.cumulativeProbability(Double.MIN_NORMAL);
    assertThat(kolmogorov(draws, gamma::cumulativeProbability) - underflowing * Math.sqrt(DRAWS))
        .isLessThan(KOLMOGOROV_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-4, 0.01, 0.3, 1, 5})
  void logGammaDrawsHaveTheMomentsOfTheLogarithm(double shape) {
    RandomStream random = RandomStreams.of(2).at("log gamma");
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> random.nextLogGamma(shape));
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance = Trigamma.value(shape);
    assertThat(draws).doesNotContain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    assertThat((mean - Digamma.value(shape)) / Math.sqrt(variance / DRAWS)).isBetween(-4.0, 4.0);
    double spread = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;
    assertThat(spread / variance).isBetween(0.9, 1.1);
  }

  @ParameterizedTest
  @CsvSource({"0.1,3", "0.5,2", "2,4", "40,3"})
  void partsOfADirichletDrawAreBeta(double total, int parts) {
    RandomStream random = RandomStreams.of(3).at("dirichlet");
    double[] concentration = new double[parts];
    Arrays.setAll(concentration, k -> total * 2 * (k + 1) / (parts * (parts + 1.0)));
    double[][] draws = new double[parts][DRAWS];
    double[] simplex = new double[parts];
    for (int i = 0; i < DRAWS; i++) {
      random.nextDirichlet(concentration, simplex);
      assertThat(Arrays.stream(simplex).sum()).isBetween(1 - 1e-15, 1 + 1e-15);
      for (int k = 0; k < parts; k++) {
        draws[k][i] = Math.min(Math.max(simplex[k], Double.MIN_NORMAL), Math.nextDown(1.0));
      }
    }
    for (int k = 0; k < parts; k++) {
      BetaDistribution beta = BetaDistribution.of(concentration[k], total - concentration[k]);
      double[] marginal = draws[k];
      double piled =
          Math.max(
              beta.cumulativeProbability(Double.MIN_NORMAL), beta.survivalProbability(1 - 0x1p-53));
      assertThat(kolmogorov(marginal, beta::cumulativeProbability) - piled * Math.sqrt(DRAWS))
          .as("part %d", k)
          .isLessThan(KOLMOGOROV_LIMIT);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-300, 1e-8, 1e-4, 0.01})
  void tinyConcentrationsGiveCornersInTheRightShares(double smallest) {
    RandomStream random = RandomStreams.of(4).at("tiny");
    double[] concentration = {smallest, 2 * smallest, 5 * smallest};
    double[] simplex = new double[3];
    double[] mean = new double[3];
    for (int i = 0; i < DRAWS; i++) {
      random.nextDirichlet(concentration, simplex);
      assertThat(simplex).doesNotContain(Double.NaN);
      for (int k = 0; k < 3; k++) {
        mean[k] += simplex[k] / DRAWS;
      }
    }
    for (int k = 0; k < 3; k++) {
      double share = concentration[k] / (8 * smallest);
      assertThat(mean[k]).isCloseTo(share, within4(share));
    }
  }

  private static org.assertj.core.data.Offset<Double> within4(double share) {
    return org.assertj.core.data.Offset.offset(4 * Math.sqrt(share * (1 - share) / DRAWS));
  }

  @Test
  void aConcentrationOfZeroLeavesThePartEmpty() {
    double[] simplex = new double[3];
    RandomStreams.of(5).at(0).nextDirichlet(new double[] {0, 0.5, 0.5}, simplex);
    assertThat(simplex[0]).isZero();
    assertThat(simplex[1] + simplex[2]).isBetween(1 - 1e-15, 1 + 1e-15);
    assertThatThrownBy(() -> RandomStreams.of(5).at(0).nextDirichlet(new double[2], simplex))
        .hasMessageContaining("needs a concentration above 0");
    assertThatThrownBy(
            () -> RandomStreams.of(5).at(0).nextDirichlet(new double[] {1, Double.NaN}, simplex))
        .hasMessageContaining("gamma shape must be at least 0 and finite, got NaN");
  }

  @ParameterizedTest
  @CsvSource({"1,2", "0.3,2", "1,3", "2.5,4", "0.05,3", "20,5"})
  void everyLkjCorrelationIsBeta(double eta, int dimensions) {
    RandomStream random = RandomStreams.of(6).at("lkj");
    int pairs = dimensions * (dimensions - 1) / 2;
    double[][] draws = new double[pairs][DRAWS];
    double[] factor = new double[dimensions * dimensions];
    for (int i = 0; i < DRAWS; i++) {
      random.nextLkjCholesky(eta, dimensions, factor, 0);
      int pair = 0;
      for (int row = 0; row < dimensions; row++) {
        assertThat(product(factor, row, row, dimensions)).isBetween(1 - 1e-14, 1 + 1e-14);
        for (int column = 0; column < row; column++) {
          double half = 0.5 * (1 + product(factor, row, column, dimensions));
          draws[pair++][i] = Math.min(Math.max(half, 0x1p-53), 1 - 0x1p-53);
        }
      }
    }
    double shape = eta + 0.5 * dimensions - 1;
    BetaDistribution beta = BetaDistribution.of(shape, shape);
    double piled = beta.cumulativeProbability(0x1p-52);
    for (double[] correlation : draws) {
      assertThat(kolmogorov(correlation, beta::cumulativeProbability) - piled * Math.sqrt(DRAWS))
          .isLessThan(KOLMOGOROV_LIMIT);
    }
  }

  @Test
  void anLkjConcentrationMustBePositive() {
    assertThatThrownBy(() -> RandomStreams.of(7).at(0).nextLkjCholesky(0, 2, new double[4], 0))
        .hasMessageContaining("LKJ concentration must be above 0, got 0.0");
  }

  private static double product(double[] factor, int a, int b, int dimensions) {
    double sum = 0;
    for (int m = 0; m < dimensions; m++) {
      sum += factor[a * dimensions + m] * factor[b * dimensions + m];
    }
    return sum;
  }

  /** sqrt(n) times the largest distance between the two distribution functions. */
  private static double kolmogorov(double[] draws, DoubleUnaryOperator cumulative) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = cumulative.applyAsDouble(sorted[i]);
      largest = Math.max(largest, Math.abs(p - (double) i / sorted.length));
      largest = Math.max(largest, Math.abs(p - (i + 1.0) / sorted.length));
    }
    return largest * Math.sqrt(sorted.length);
  }
}
