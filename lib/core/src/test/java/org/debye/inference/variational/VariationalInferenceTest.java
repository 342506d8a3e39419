package org.debye.inference.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class VariationalInferenceTest {
  private static final long SEED = 20261124;
  private static final VariationalSettings LONG =
      VariationalSettings.paper()
          .withIterations(12_000)
          .withLearningRate(0.01)
          .withSamplesPerStep(4)
          .withIterate(Iterate.MEAN_OF_SECOND_HALF);

  @Test
  void meanFieldFindsMeansAndConditionalDeviations() {
    NormalTarget target = target();
    Fitted fit = fitted(target, LONG);
    double[] mean = fit.mean();
    double[] sd = fit.standardDeviations();
    for (int i = 0; i < target.n; i++) {
      assertThat(mean[i]).isCloseTo(target.mean[i], within(0.03 * target.marginal(i)));
      assertThat(sd[i] / target.conditional(i)).as("sd %s", i).isCloseTo(1, within(0.02));
    }
    // what it loses is known too: KL = 1/2 (sum log P_ii - log det P)
    double lost = 0;
    for (int i = 0; i < target.n; i++) {
      lost -= Math.log(target.conditional(i));
    }
    double logDeterminant =
        SmallCholesky.invert(target.precision.clone(), target.n, new double[target.n * target.n]);
    lost -= 0.5 * logDeterminant;
    assertThat(fit.elbo().value()).isCloseTo(-lost, within(4 * fit.elbo().standardError() + 0.01));
    assertThat(lost).isGreaterThan(0.3);
  }

  @Test
  void fullRankRecoversTheCovariance() {
    recovers(target(), new Family.FullRank());
  }

  @Test
  void conditionalBlocksRecoverTheCovarianceOfABlockedTarget() {
    recovers(target(), new Family.ConditionalBlocks());
  }

  @Test
  void lowRankRecoversAFactor() {
    recovers(NormalTarget.oneFactor(9, 1.5), new Family.LowRank(2));
  }

  private static void recovers(NormalTarget target, Family family) {
    Fitted fit = fitted(target, LONG.withFamily(family));
    RandomStream random = RandomStreams.of(SEED).at("draws");
    int draws = 20_000;
    double[] covariance = new double[target.n * target.n];
    double[] mean = fit.mean();
    double[] x = new double[target.n];
    for (int draw = 0; draw < draws; draw++) {
      fit.draw(random, x);
      for (int i = 0; i < target.n; i++) {
        for (int j = 0; j < target.n; j++) {
          covariance[i * target.n + j] += (x[i] - mean[i]) * (x[j] - mean[j]) / draws;
        }
      }
    }
    for (int i = 0; i < target.n; i++) {
      assertThat(mean[i]).isCloseTo(target.mean[i], within(0.06 * target.marginal(i)));
      for (int j = 0; j < target.n; j++) {
        double unit = target.marginal(i) * target.marginal(j);
        double error = (covariance[i * target.n + j] - target.covariance[i * target.n + j]) / unit;
        assertThat(error).as("covariance %s %s of %s", i, j, family).isCloseTo(0, within(0.06));
      }
    }
    assertThat(fit.elbo().value()).isCloseTo(0, within(0.02)); // the target is normalised
    assertThat(fit.elbo().paretoShape()).isLessThan(0.5);
    assertThat(fit.elbo().notFinite()).isZero();
  }

  @Test
  void aFitDependsOnItsStreamAlone() {
    NormalTarget target = target();
    VariationalSettings settings = VariationalSettings.paper().withIterations(200);
    RandomStreams streams = RandomStreams.of(SEED);
    double[] start = new double[target.n];
    Fitted one = (Fitted) VariationalInference.fit(target, settings, start, streams.at(1));
    Fitted same = (Fitted) VariationalInference.fit(target, settings, start, streams.at(1));
    Fitted other = (Fitted) VariationalInference.fit(target, settings, start, streams.at(2));
    assertThat(same.mean()).isEqualTo(one.mean());
    assertThat(same.trace()).isEqualTo(one.trace());
    assertThat(same.elbo()).isEqualTo(one.elbo());
    assertThat(other.mean()).isNotEqualTo(one.mean());
    assertThat(one.run()).isEqualTo(new Fitted.Run(Ended.ITERATIONS, 700, 0));
    assertThat(start).containsOnly(0);
  }

  @Test
  void aFlatElboEndsTheRunIfAskedTo() {
    NormalTarget target = target();
    VariationalSettings settings =
        VariationalSettings.paper()
            .withIterations(20_000)
            .withLearningRate(0.05)
            .withStopping(new Stopping.WhenFlat(200, 1));
    Fitted fit = fitted(target, settings);
    assertThat(fit.run().ended()).isEqualTo(Ended.FLAT);
    assertThat(fit.trace().length).isBetween(400, 10_000).matches(length -> length % 200 == 0);
    for (int i = 0; i < target.n; i++) {
      assertThat(fit.mean()[i]).isCloseTo(target.mean[i], within(0.6 * target.marginal(i)));
    }
  }

  @Test
  void aFitThatIsTooNarrowIsFound() {
    NormalTarget target = NormalTarget.oneFactor(9, 4);
    Fitted fit = fitted(target, LONG.withIterations(4000));
    assertThat(fit.elbo().paretoShape()).isGreaterThan(0.7);
  }

  @Test
  void failuresAreNamed() {
    VariationalSettings settings = VariationalSettings.paper().withIterations(100);
    assertFailed(x -> Double.NaN, settings, VariationalFault.START_NOT_FINITE, "is NaN");
    assertFailed(
        x -> x == 0 ? 0 : Double.NaN,
        settings,
        VariationalFault.DENSITY_NOT_FINITE,
        "10 of 10 steps had a draw without a finite density or gradient");
    LogDensity large = separable(20_000, x -> -x * x, x -> -2 * x);
    VariationalSettings full = settings.withFamily(new Family.FullRank());
    assertThat(VariationalInference.fit(large, full, new double[20_000], stream()))
        .isEqualTo(
            new VariationalFit.Failed(
                VariationalFault.TOO_MANY_PARAMETERS,
                "full rank of 20000 coordinates has 200030000 parameters: take low rank, or"
                    + " conditional blocks if the density has blocks"));
    double[] start = {0, Double.POSITIVE_INFINITY};
    assertThat(
            VariationalInference.fit(
                separable(2, x -> -x * x, x -> -2 * x), settings, start, stream()))
        .isEqualTo(
            new VariationalFit.Failed(
                VariationalFault.START_NOT_FINITE, "coordinate 1 is Infinity"));
    LogDensity infiniteSlope = separable(1, x -> -x * x, x -> Double.POSITIVE_INFINITY);
    assertThat(VariationalInference.fit(infiniteSlope, settings, new double[1], stream()))
        .isInstanceOf(VariationalFit.Failed.class);
  }

  @Test
  void aStepOutsideTheSupportIsLeftOutAndCounted() {
    LogDensity half = separable(1, x -> x > 2.2 ? Double.NaN : -x * x / 2, x -> -x);
    VariationalSettings settings = VariationalSettings.paper().withIterations(4000);
    Fitted fit = (Fitted) VariationalInference.fit(half, settings, new double[1], stream());
    assertThat(fit.run().skipped()).isBetween(1, 200);
    assertThat(Arrays.stream(fit.trace()).filter(Double::isNaN).count())
        .isEqualTo(fit.run().skipped());
    assertThat(fit.elbo().notFinite()).isBetween(1, 50);
    assertThat(fit.elbo().value()).isFinite();
  }

  @Test
  void brokenPromisesAreExceptions() {
    LogDensity plain = separable(2, x -> -x * x, x -> -2 * x);
    VariationalSettings settings = VariationalSettings.paper();
    assertThatThrownBy(() -> VariationalInference.fit(plain, settings, new double[3], stream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 initial coordinates for 2");
    assertThatThrownBy(
            () ->
                VariationalInference.fit(
                    plain,
                    settings.withFamily(new Family.ConditionalBlocks()),
                    new double[2],
                    stream()))
        .hasMessage("conditional blocks of a density that declares none");
    assertThatThrownBy(() -> settings.withLearningRate(0)).hasMessage("learningRate is 0.0");
    assertThatThrownBy(() -> new Family.LowRank(0)).hasMessageContaining("rank");
  }

  /** PyTorch 1.13's Adam on f = 3 x^2 / 2 from x = 1 with lr 0.1, written out by hand. */
  @Test
  void adamTakesTheStepsOfPyTorch() {
    Adam adam = new Adam(1, 0.1);
    double[] x = {1};
    double m = 0;
    double v = 0;
    double expected = 1;
    for (int t = 1; t <= 25; t++) {
      double g = 3 * expected;
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double rate = 0.1 / (1 - Math.pow(0.9, t));
      expected -= rate * m / (Math.sqrt(v) / Math.sqrt(1 - Math.pow(0.999, t)) + 1e-8);
      adam.ascend(new double[] {-3 * x[0]}, x);
      assertThat(x[0]).isCloseTo(expected, within(1e-12));
    }
    assertThat(expected).isLessThan(0.2);
  }

  @Test
  void stepsAllocateNothing() {
    NormalTarget target = target();
    for (Family family :
        new Family[] {
          new Family.MeanField(),
          new Family.FullRank(),
          new Family.LowRank(2),
          new Family.ConditionalBlocks()
        }) {
      VariationalSettings settings = VariationalSettings.paper().withFamily(family);
      allocated(target, settings.withIterations(500));
      long few = allocated(target, settings.withIterations(500));
      long many = allocated(target, settings.withIterations(5500));
      assertThat(many - few).as("%s", family).isLessThan(5000 * 8 * 3 + 4096); // the traces
    }
  }

  private static long allocated(LogDensity target, VariationalSettings settings) {
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    fitted(target, settings);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void assertFailed(
      DoubleUnaryOperator log, VariationalSettings settings, VariationalFault fault, String part) {
    VariationalFit fit =
        VariationalInference.fit(separable(1, log, x -> 0), settings, new double[1], stream());
    assertThat(fit).isInstanceOf(VariationalFit.Failed.class);
    VariationalFit.Failed failed = (VariationalFit.Failed) fit;
    assertThat(failed.fault()).isEqualTo(fault);
    assertThat(failed.reason()).contains(part);
  }

  private static LogDensity separable(int n, DoubleUnaryOperator log, DoubleUnaryOperator slope) {
    return new LogDensity() {
      @Override
      public int dimension() {
        return n;
      }

      @Override
      public double evaluate(double[] position, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += log.applyAsDouble(position[i]);
          gradient[i] = slope.applyAsDouble(position[i]);
        }
        return sum;
      }
    };
  }

  private static NormalTarget target() {
    return NormalTarget.blocked(2, 3, 2, RandomStreams.of(SEED).at("target"));
  }

  private static Fitted fitted(LogDensity target, VariationalSettings settings) {
    VariationalFit fit =
        VariationalInference.fit(target, settings, new double[target.dimension()], stream());
    assertThat(fit).isInstanceOf(Fitted.class);
    return (Fitted) fit;
  }

  private static RandomStream stream() {
    return RandomStreams.of(SEED).at("fit");
  }
}
