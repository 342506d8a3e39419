package org.debye.inference.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoSmoothingTest {
  private static final long SEED = 20261125;

  /** Exact exceedances of a known law; the prior draws the shape towards 1/2 by 10 draws in n. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9, 1.5})
  void shapeAndScaleAreFound(double shape) {
    RandomStream random = RandomStreams.of(SEED).at("pareto");
    int n = 20_000;
    double[] x = new double[n];
    Arrays.setAll(x, i -> new GeneralizedPareto(shape, 3).quantile(random.nextOpenDouble()));
    Arrays.sort(x);
    GeneralizedPareto fit = GeneralizedPareto.fit(x);
    assertThat(fit.shape()).as("seed %s", SEED).isCloseTo(shape, within(0.05));
    assertThat(fit.scale()).isCloseTo(3, within(0.15));
  }

  @Test
  void quantilesAreThoseOfTheLaw() {
    assertThat(new GeneralizedPareto(0.5, 2).quantile(0.75)).isCloseTo(4, within(1e-14));
    assertThat(new GeneralizedPareto(0, 2).quantile(0.5)).isCloseTo(2 * Math.log(2), within(1e-14));
    assertThat(new GeneralizedPareto(0.5, 0).quantile(0.5)).isNaN();
  }

  @Test
  void equalRatiosStayEqual() {
    ParetoSmoothing smoothed = ParetoSmoothing.of(new double[100], 1);
    assertThat(smoothed.shape()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(smoothed.effectiveSize()).isCloseTo(100, within(1e-9));
  }

  @Test
  void ratiosOfZeroAreAllowedAndOthersNot() {
    double[] ratios = new double[100];
    Arrays.setAll(ratios, i -> i < 50 ? Double.NEGATIVE_INFINITY : i / 25.0);
    ParetoSmoothing smoothed = ParetoSmoothing.of(ratios, 1);
    assertThat(Arrays.copyOf(smoothed.normalised(), 50)).containsOnly(Double.NEGATIVE_INFINITY);
    assertThat(smoothed.shape()).isFinite();
    ratios[99] = Double.NaN;
    assertThatThrownBy(() -> ParetoSmoothing.of(ratios, 1)).hasMessage("a log ratio is NaN");
    ratios[99] = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> ParetoSmoothing.of(ratios, 1)).hasMessage("a log ratio is Infinity");
    double[] none = {Double.NEGATIVE_INFINITY};
    assertThatThrownBy(() -> ParetoSmoothing.of(none, 1)).hasMessageContaining("no ratio above");
  }

  /** Leaving out a normal observation of known variance has a closed form to compare with. */
  @Test
  void leaveOneOutEqualsRefittingOfANormalMean() {
    int n = 20;
    int draws = 4000;
    RandomStream random = RandomStreams.of(SEED).at("normal");
    double[] y = new double[n];
    Arrays.setAll(y, i -> random.nextGaussian());
    double mean = Arrays.stream(y).average().orElseThrow();
    double[] values = new double[draws * n];
    for (int s = 0; s < draws; s++) {
      double theta = mean + random.nextGaussian() / Math.sqrt(n);
      for (int i = 0; i < n; i++) {
        values[s * n + i] = log(y[i], theta, 1);
      }
    }
    LeaveOneOut loo = LeaveOneOut.of(new PointwiseLogLikelihood(4, draws / 4, n, values));
    for (int i = 0; i < n; i++) {
      double others = (n * mean - y[i]) / (n - 1);
      double exact = log(y[i], others, 1 + 1.0 / (n - 1));
      assertThat(loo.pointwiseElpd()[i]).as("seed %s, %s", SEED, i).isCloseTo(exact, within(0.02));
    }
    assertThat(loo.untrusted()).isZero();
    assertThat(loo.parameters().value()).isCloseTo(1, within(0.5));
  }

  @Test
  void brokenPromisesAreExceptions() {
    assertThatThrownBy(() -> new PointwiseLogLikelihood(1, 2, 2, new double[3]))
        .hasMessage("3 values for 1 x 2 x 2");
    assertThatThrownBy(
            () -> new PointwiseLogLikelihood(1, 2, 2, new double[] {0, 0, 0, Double.NaN}))
        .hasMessage("log likelihood of observation 1 is NaN");
    assertThatThrownBy(() -> ModelComparison.of(Map.of())).hasMessage("no models");
  }

  private static double log(double y, double mean, double variance) {
    return -0.5 * (y - mean) * (y - mean) / variance - 0.5 * Math.log(2 * Math.PI * variance);
  }
}
