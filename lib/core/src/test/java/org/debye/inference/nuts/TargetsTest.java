package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.debye.inference.BlockedLogDensity;
import org.debye.inference.LogDensity;
import org.debye.inference.diagnostics.EffectiveSize;
import org.debye.inference.diagnostics.MonteCarloError;
import org.debye.inference.diagnostics.RHat;
import org.debye.inference.draws.ChainDraws;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Distributions whose moments are known. */
class TargetsTest {
  private static final long SEED = 20261121;

  @ParameterizedTest
  @EnumSource(names = {"DIAGONAL", "DENSE", "GRADIENT_DIAGONAL", "LOW_RANK"})
  void normalsOfConditionTenThousand(MetricKind metric) {
    double[] scales = {0.01, 0.1, 1, 10, 100};
    List<ChainDraws> chains =
        sample(new NormalDensity(scales), NutsSettings.standard().withMetric(metric));
    for (int i = 0; i < scales.length; i++) {
      momentsAre(chains, "x[" + (i + 1) + "]", 0, scales[i] * scales[i]);
    }
  }

  /** Correlation 0.9^|i - j| of 100 coordinates: eigenvalues from 0.05 to 17. */
  @ParameterizedTest
  @EnumSource(names = {"DIAGONAL", "DENSE", "GRADIENT_DIAGONAL", "LOW_RANK"})
  void correlatedNormalsOfHundredDimensions(MetricKind metric) {
    LogDensity density = new Autoregression(100, 0.9);
    List<ChainDraws> chains = sample(density, NutsSettings.standard().withMetric(metric));
    for (String variable : List.of("x[1]", "x[50]", "x[100]")) {
      momentsAre(chains, variable, 0, 1);
    }
  }

  /**
   * Equal correlation 0.9: eigenvalues 0.1 and, once, 90.1. The many directions turn a trajectory
   * back before it has gone along the one, so that a diagonal metric hardly moves it.
   */
  @Test
  void lowRankMetricFindsTheStrongDirection() {
    LogDensity density = new EquallyCorrelated(100, 0.9);
    List<ChainDraws> lowRank =
        sample(density, NutsSettings.standard().withMetric(MetricKind.LOW_RANK));
    momentsAre(lowRank, "x[1]", 0, 1);
    List<ChainDraws> diagonal = sample(density, NutsSettings.standard());
    assertThat(effective(lowRank)).isGreaterThan(5 * effective(diagonal));
  }

  /** Five degrees of freedom: variance 5/3. */
  @Test
  void studentT() {
    LogDensity density =
        new Independent(3, x -> -3 * Math.log1p(x * x / 5), x -> -6 * x / (5 + x * x));
    List<ChainDraws> chains = sample(density, NutsSettings.standard());
    momentsAre(chains, "x[1]", 0, 5.0 / 3);
  }

  @Test
  void funnelDiverges() {
    List<ChainDraws> chains = sample(new Funnel(9), NutsSettings.standard());
    assertThat(divergences(chains)).isGreaterThan(10);
  }

  /** Neal's funnel, v ~ N(0, 3^2), x_i ~ N(0, exp(v)): straight in the chart. */
  @Test
  void conditionalChartStraightensTheFunnel() {
    NutsSettings settings =
        NutsSettings.standard().withMetric(MetricKind.CONDITIONAL_BLOCKS).withTargetAcceptance(0.9);
    List<ChainDraws> chains = sample(new Funnel(9), settings);
    momentsAre(chains, "x[1]", 0, 9);
    assertThat(effective(chains)).isGreaterThan(2000);
    assertThat(divergences(chains)).isZero();
  }

  /** x_i = B_i x_g + e_i: a normal that the chart and its metric describe exactly. */
  @Test
  void conditionalBlocksNeedFewStepsForAHierarchicalNormal() {
    LogDensity density = new Hierarchy(200, 30);
    NutsSettings settings = NutsSettings.standard().withWarmup(400);
    List<ChainDraws> blocks = sample(density, settings.withMetric(MetricKind.CONDITIONAL_BLOCKS));
    momentsAre(blocks, "x[1]", 0, 1);
    momentsAre(blocks, "x[7]", 0, 1 + 1.0 / 900);
    assertThat(meanSteps(blocks)).isLessThan(0.3 * meanSteps(sample(density, settings)));
  }

  private static List<ChainDraws> sample(LogDensity density, NutsSettings settings) {
    List<ChainDraws> chains = new ArrayList<>();
    for (int chain = 0; chain < 4; chain++) {
      SampledChain result =
          NutsSampler.sample(
              density,
              settings,
              1000,
              RandomStreams.of(SEED).at("targets", chain),
              Recorder.unconstrained(density.dimension()));
      assertThat(result).isInstanceOf(SampledChain.Sampled.class);
      chains.add(((SampledChain.Sampled) result).draws());
    }
    return chains;
  }

  private static void momentsAre(
      List<ChainDraws> chains, String variable, double mean, double square) {
    double[][] draws = chains.stream().map(chain -> chain.of(variable)).toArray(double[][]::new);
    double[][] squares =
        Arrays.stream(draws)
            .map(chain -> Arrays.stream(chain).map(x -> x * x).toArray())
            .toArray(double[][]::new);
    assertThat(RHat.rankNormalised(draws))
        .as("R-hat of %s, seed %s", variable, SEED)
        .isLessThan(1.02);
    assertThat(average(draws))
        .as("mean of %s, seed %s", variable, SEED)
        .isCloseTo(mean, within(4 * MonteCarloError.mean(draws)));
    assertThat(average(squares))
        .as("mean square of %s, seed %s", variable, SEED)
        .isCloseTo(square, within(4 * MonteCarloError.mean(squares)));
  }

  private static double average(double[][] chains) {
    return Arrays.stream(chains).flatMapToDouble(Arrays::stream).average().orElseThrow();
  }

  private static double effective(List<ChainDraws> chains) {
    return EffectiveSize.bulk(
        chains.stream().map(chain -> chain.of("x[1]")).toArray(double[][]::new));
  }

  private static double meanSteps(List<ChainDraws> chains) {
    return chains.stream()
        .flatMapToInt(chain -> Arrays.stream(chain.statistics().steps()))
        .average()
        .orElseThrow();
  }

  private static int divergences(List<ChainDraws> chains) {
    int count = 0;
    for (ChainDraws chain : chains) {
      for (boolean one : chain.statistics().diverging()) {
        count += one ? 1 : 0;
      }
    }
    return count;
  }

  /** Stationary, of unit variance: x_i = r x_(i-1) + sqrt(1 - r^2) e_i. */
  private record Autoregression(int dimension, double correlation) implements LogDensity {
    @Override
    public double evaluate(double[] x, double[] gradient) {
      double precision = 1 / (1 - correlation * correlation);
      gradient[0] = -x[0];
      double value = -0.5 * x[0] * x[0];
      for (int i = 1; i < dimension; i++) {
        double innovation = x[i] - correlation * x[i - 1];
        gradient[i] = -precision * innovation;
        gradient[i - 1] += precision * correlation * innovation;
        value -= 0.5 * precision * innovation * innovation;
      }
      return value;
    }
  }

  /** Unit variances, all correlations the same. */
  private record EquallyCorrelated(int dimension, double correlation) implements LogDensity {
    @Override
    public double evaluate(double[] x, double[] gradient) {
      // (a I + r 1 1')^-1 = (I - r / (a + n r) 1 1') / a, a = 1 - r.
      double a = 1 - correlation;
      double sum = Arrays.stream(x).sum();
      double shared = correlation / (a + dimension * correlation) * sum;
      double value = 0;
      for (int i = 0; i < dimension; i++) {
        gradient[i] = -(x[i] - shared) / a;
        value += 0.5 * x[i] * gradient[i];
      }
      return value;
    }
  }

  /** The same density in each coordinate. */
  private record Independent(
      int dimension, DoubleUnaryOperator logDensity, DoubleUnaryOperator slope)
      implements LogDensity {
    @Override
    public double evaluate(double[] x, double[] gradient) {
      double value = 0;
      for (int i = 0; i < dimension; i++) {
        value += logDensity.applyAsDouble(x[i]);
        gradient[i] = slope.applyAsDouble(x[i]);
      }
      return value;
    }
  }

  /** Neal 2003. */
  private record Funnel(int blocks) implements BlockedLogDensity {
    @Override
    public int globals() {
      return 1;
    }

    @Override
    public int dimension() {
      return 1 + blocks;
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
      double precision = Math.exp(-x[0]);
      double value = -x[0] * x[0] / 18 - 0.5 * blocks * x[0];
      gradient[0] = -x[0] / 9 - 0.5 * blocks;
      for (int i = 1; i <= blocks; i++) {
        value -= 0.5 * precision * x[i] * x[i];
        gradient[0] += 0.5 * precision * x[i] * x[i];
        gradient[i] = -precision * x[i];
      }
      return value;
    }
  }

  /** Three globals from N(0, I); block i follows global i mod 3, twice, with this precision. */
  private record Hierarchy(int blocks, double rootPrecision) implements BlockedLogDensity {
    @Override
    public int globals() {
      return 3;
    }

    @Override
    public int dimension() {
      return 3 + 2 * blocks;
    }

    @Override
    public double evaluate(double[] x, double[] gradient) {
      double value = 0;
      for (int k = 0; k < 3; k++) {
        gradient[k] = -x[k];
        value -= 0.5 * x[k] * x[k];
      }
      for (int j = 0; j < 2 * blocks; j++) {
        int global = j % blocks % 3;
        double z = (x[3 + j] - x[global]) * rootPrecision;
        gradient[3 + j] = -z * rootPrecision;
        gradient[global] += z * rootPrecision;
        value -= 0.5 * z * z;
      }
      return value;
    }
  }
}
