package org.debye.inference.nuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What warm-up does and when, and that each metric is the matrix that it says it is. */
class AdaptationTest {
  private static final long SEED = 20261123;

  /** Ends of Stan's windows, as its manual draws them; and of shorter warm-ups. */
  static Stream<Arguments> windows() {
    return Stream.of(
        Arguments.of(1000, List.of(100, 150, 250, 450, 950)),
        Arguments.of(500, List.of(100, 150, 250, 450)),
        Arguments.of(300, List.of(100, 150, 250)),
        Arguments.of(150, List.of(100)),
        Arguments.of(100, List.of(90)),
        Arguments.of(20, List.of(18)),
        Arguments.of(19, List.of()));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void windowsEndWhereStansEnd(int warmup, List<Integer> expected) {
    WindowedTuner tuner =
        new WindowedTuner(
            new AdaptationPlan.Windows(75, 25, 50),
            warmup,
            new VarianceEstimator(1),
            DiagonalMetric.unit(1));
    List<Integer> ends = new ArrayList<>();
    for (int iteration = 0; iteration < warmup; iteration++) {
      double[] x = {iteration % 7};
      if (tuner.learn(iteration, x, x, true) != MetricTuner.Change.NONE) {
        ends.add(iteration + 1);
      }
    }
    assertThat(ends).isEqualTo(expected);
  }

  /** Stan's rule, by hand: n/(n+5) v + 1e-3 5/(n+5). */
  @Test
  void variancesAreShrunkAsStanShrinksThem() {
    VarianceEstimator estimator = new VarianceEstimator(1);
    for (double x : new double[] {1, 2, 3, 4, 10}) {
      estimator.add(new double[] {x}, new double[] {0});
    }
    double[] velocity = new double[1];
    estimator.estimate().metric().velocity(new double[] {1}, velocity);
    assertThat(velocity[0]).isCloseTo(0.5 * 12.5 + 0.5e-3, within(1e-12));
  }

  /** Two steps of Hoffman and Gelman's eq 6 by hand, from step size 0.1. */
  @Test
  void dualAveragingFollowsItsRecursion() {
    StepSizeAdaptation adaptation = new StepSizeAdaptation(0.8);
    adaptation.restart(0.1);
    assertThat(adaptation.learn(0.5)).isCloseTo(Math.exp(-0.3 / 11 * 20), within(1e-12));
    double second = (1 - 1.0 / 12) * 0.3 / 11 + (0.8 - 1) / 12;
    double log = -second * Math.sqrt(2) * 20;
    assertThat(adaptation.learn(1)).isCloseTo(Math.exp(log), within(1e-12));
    double weight = Math.pow(2, -0.75);
    assertThat(adaptation.settled(9))
        .isCloseTo(Math.exp(weight * log + (1 - weight) * (-0.3 / 11 * 20)), within(1e-12));
  }

  /** Of independent normals, the gradient tells the scale from three draws on. */
  @Test
  void gradientsGiveTheScalesOfNormalsExactly() {
    double[] scales = {0.01, 1, 300};
    GradientVarianceEstimator estimator = new GradientVarianceEstimator(3);
    fill(estimator, new NormalDensity(scales), 3);
    for (int i = 0; i < 3; i++) {
      assertThat(estimator.variances()[i])
          .isCloseTo(scales[i] * scales[i], within(1e-9 * scales[i] * scales[i]));
    }
  }

  /** A momentum has covariance A^-1: p and the velocity v = A p then have E[p v'] = I. */
  static Stream<Arguments> metrics() {
    double[] covariance = {2, 0.5, -0.3, 0.5, 1, 0.2, -0.3, 0.2, 0.5};
    double r = Math.sqrt(0.5);
    return Stream.of(
        Arguments.of("diagonal", DiagonalMetric.of(new double[] {0.1, 1, 10})),
        Arguments.of("dense", new DenseMetric(covariance)),
        Arguments.of(
            "low rank",
            new LowRankMetric(
                new double[] {1, 2, 3},
                new double[][] {{r, r, 0}, {0, 0, 1}},
                new double[] {9, 0.1})),
        Arguments.of(
            "blocks",
            new BlockDiagonalMetric(
                new BlockShape(1, 1, 2),
                new double[] {4},
                new double[][] {{2}, {0.5}, {0.5}, {1}})));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void momentaBelongToTheMetric(String name, Metric metric) {
    RandomStream random = RandomStreams.of(SEED).at("momenta");
    int draws = 200_000;
    double[] products = new double[9];
    double[] p = new double[3];
    double[] v = new double[3];
    for (int draw = 0; draw < draws; draw++) {
      metric.drawMomentum(random, p);
      metric.velocity(p, v);
      for (int k = 0; k < 9; k++) {
        products[k] += p[k / 3] * v[k % 3] / draws;
      }
    }
    double[] root = velocityScales(metric);
    for (int k = 0; k < 9; k++) {
      // Standard error of p_i v_j is at most 3 sd(p_i) sd(v_j) / sqrt(draws).
      double error = 0.05 * Math.max(1, root[k % 3] / root[k / 3]);
      assertThat(products[k])
          .as("%s, %s, seed %s", name, k, SEED)
          .isCloseTo(k % 4 == 0 ? 1 : 0, within(error));
    }
  }

  private static double[] velocityScales(Metric metric) {
    double[] scales = new double[3];
    for (int i = 0; i < 3; i++) {
      double[] unit = new double[3];
      double[] v = new double[3];
      unit[i] = 1;
      metric.velocity(unit, v);
      scales[i] = Math.sqrt(v[i]);
    }
    return scales;
  }

  /** Covariance and gradients of a normal agree, so that its low-rank metric is its covariance. */
  @Test
  void lowRankMetricOfANormalIsItsCovariance() {
    // Precision [[2, -1.8], [-1.8, 2]]: covariance [[2, 1.8], [1.8, 2]] / 0.76.
    LogDensity density =
        new LogDensity() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double evaluate(double[] x, double[] gradient) {
            gradient[0] = -2 * x[0] + 1.8 * x[1];
            gradient[1] = 1.8 * x[0] - 2 * x[1];
            return 0.5 * (x[0] * gradient[0] + x[1] * gradient[1]);
          }
        };
    LowRankEstimator estimator = new LowRankEstimator(2);
    RandomStream random = RandomStreams.of(SEED).at("points");
    for (int m = 0; m < 12; m++) {
      double first = Math.sqrt(2 / 0.76) * random.nextGaussian();
      double[] x = {first, 0.9 * first + Math.sqrt(0.5) * random.nextGaussian()};
      double[] gradient = new double[2];
      density.evaluate(x, gradient);
      estimator.add(x, gradient);
    }
    double[] v = new double[2];
    estimator.estimate().metric().velocity(new double[] {1, 0}, v);
    assertThat(v[0]).isCloseTo(2 / 0.76, within(1e-3));
    assertThat(v[1]).isCloseTo(1.8 / 0.76, within(1e-3));
  }

  private static void fill(MetricEstimator estimator, LogDensity density, int points) {
    RandomStream random = RandomStreams.of(SEED).at("points");
    for (int m = 0; m < points; m++) {
      double[] x = new double[density.dimension()];
      double[] gradient = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = random.nextGaussian();
      }
      density.evaluate(x, gradient);
      estimator.add(x, gradient);
    }
  }
}
