package org.debye.evaluation.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.evaluation.transition.ChangePoint.Trend;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what is known of a series that was made. */
final class ChangePointTest {

  /** Two scores that jump at a frame, on a slope, with noise of standard deviation 1. */
  private static Observations series(
      int n, int change, double jump, double slope, double alike, RandomStream stream) {
    double[] x = new double[2 * n];
    double[] noise = new double[2];
    for (int t = 0; t < n; t++) {
      for (int k = 0; k < 2; k++) {
        double fresh = stream.nextGaussian();
        noise[k] = t == 0 ? fresh : alike * noise[k] + Math.sqrt(1 - alike * alike) * fresh;
        double size = k == 0 ? jump : -0.5 * jump;
        x[2 * t + k] = noise[k] + slope * t / n + (t >= change ? size + 0.5 * slope * t / n : 0);
      }
    }
    return new Observations(n, 2, x);
  }

  /**
   * The share of 400 series whose interval holds the frame, drawn anew for each: with the noise
   * that the posterior supposes it must come near its level, from below at most by chance (three
   * standard errors of 0.9 are 0.045), and above since frames are whole.
   */
  @ParameterizedTest
  @CsvSource({
    "1.0, CONSTANT, 0, 0",
    "1.0, LINEAR, 4, 0",
    "2.0, LINEAR, 4, 0",
    "2.0, LINEAR, 4, 0.6"
  })
  void intervalsOfNinetyPercentHoldTheChange(double jump, Trend trend, double slope, double alike) {
    int held = 0;
    double width = 0;
    for (int series = 0; series < 400; series++) {
      RandomStream stream = RandomStreams.of(7).at("coverage", series);
      int n = 120;
      int change = 25 + (int) (70 * stream.nextDouble());
      ChangePoint found = ChangePoint.of(series(n, change, jump, slope, alike, stream), trend);
      held += found.low(0.9) <= change && change <= found.high(0.9) ? 1 : 0;
      width += (found.high(0.9) - found.low(0.9)) / 400.0;
    }
    System.Logger log = System.getLogger(ChangePointTest.class.getName());
    log.log(System.Logger.Level.INFO, trend + " " + jump + " " + alike + ": " + held + " " + width);
    assertThat(held / 400.0).isBetween(0.855, 0.995);
    assertThat(width).isLessThan(60);
  }

  @Test
  void aLargeJumpIsFoundToTheFrame() {
    RandomStream stream = RandomStreams.of(8).at(1);
    ChangePoint found = ChangePoint.of(series(80, 31, 20, 3, 0, stream), Trend.LINEAR);
    assertThat(found.mode()).isEqualTo(31);
    assertThat(found.low(0.99)).isEqualTo(31);
    assertThat(found.high(0.99)).isEqualTo(31);
  }

  @Test
  void theAutocorrelationOfTheNoiseIsFound() {
    RandomStream stream = RandomStreams.of(8).at(2);
    ChangePoint found = ChangePoint.of(series(600, 300, 8, 0, 0.6, stream), Trend.LINEAR);
    assertThat(found.autocorrelations()[0]).isCloseTo(0.6, within(0.1));
  }

  @Test
  void withoutNoiseTheAnswerIsExact() {
    double[] x = new double[30];
    for (int t = 0; t < 30; t++) {
      x[t] = t < 12 ? 2 + 0.1 * t : 5 - 0.2 * t;
    }
    ChangePoint found = ChangePoint.of(new Observations(30, 1, x), Trend.LINEAR);
    assertThat(found.mode()).isEqualTo(12);
  }

  @Test
  void probabilitiesAreThoseOfMeansOneByOne() {
    double[] y = {0.1, -0.2, 0.3, 1.1, 0.8, 1.2, 0.7};
    ChangePoint found = ChangePoint.given(new Observations(7, 1, y), Trend.CONSTANT, new double[1]);
    double[] expected = new double[4];
    double sum = 0;
    for (int split = 2; split <= 5; split++) {
      double residual = squares(y, 0, split) + squares(y, split, 7);
      // |Z'Z| is the product of the two counts; n - q is 7 - 2
      expected[split - 2] = Math.pow(split * (7.0 - split), -0.5) * Math.pow(residual, -2.5);
      sum += expected[split - 2];
    }
    assertThat(found.first()).isEqualTo(2);
    for (int i = 0; i < 4; i++) {
      assertThat(found.probabilities()[i]).isCloseTo(expected[i] / sum, within(1e-12));
    }
  }

  private static double squares(double[] y, int from, int to) {
    double mean = Arrays.stream(y, from, to).average().orElseThrow();
    return Arrays.stream(y, from, to).map(v -> (v - mean) * (v - mean)).sum();
  }

  @Test
  void tooShortASeriesIsOurDefect() {
    assertThat(ChangePoint.fewest(Trend.LINEAR)).isEqualTo(7);
    assertThatThrownBy(() -> ChangePoint.of(new Observations(6, 1, new double[6]), Trend.LINEAR))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
