package org.debye.unmixing.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against sums over a fine grid of the simplex. */
final class ConditionalAbundancesTest {
  private static final int GRID = 600;
  private static final GlobalsLayout LAYOUT = new GlobalsLayout(3, 2, 1, 1);
  private static final double CORRELATION = 0.6;

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 3, 12})
  void meansAndSpreadsAreThoseOfTheConditionalDensity(double alpha) {
    double[] globals = {0.5, 0.2, 0.3, 0, 0, 2, 0.5, 0.4, 1.5, 0.3, 0.5, CORRELATION, alpha};
    double[] point = {0.7, 0.6};
    double[] expected = grid(globals, point);
    ConditionalAbundances given = new ConditionalAbundances(LAYOUT);
    given.condition(globals, 0, LAYOUT);
    RandomStream random = RandomStreams.of(5).at("test");
    double[] shares = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    double[] moments = new double[6];
    int draws = 200_000;
    for (int s = 0; s < draws; s++) {
      given.sweep(point, 0, shares, new double[2], random);
      for (int k = 0; k < 3; k++) {
        moments[k] += shares[k] / draws;
        moments[3 + k] += shares[k] * shares[k] / draws;
      }
    }
    assertThat(moments).containsExactly(expected, within(0.004));
  }

  @Test
  void sharesStayOnTheSimplexFarOutside() {
    double[] globals = {0.98, 0.01, 0.01, 0, 0, 1, 0, 0, 1, 1e-3, 1e-3, 0, 0.05};
    ConditionalAbundances given = new ConditionalAbundances(LAYOUT);
    given.condition(globals, 0, LAYOUT);
    RandomStream random = RandomStreams.of(5).at("far");
    double[] shares = {1, 0, 0};
    for (int s = 0; s < 2000; s++) {
      given.sweep(new double[] {3, -2}, 0, shares, new double[2], random);
      assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    }
    assertThat(shares[1]).isCloseTo(1, within(1e-2));
  }

  /** First and second moments by midpoints of the squares of (w1, w2 / (1 - w1)). */
  private static double[] grid(double[] globals, double[] point) {
    double[] sums = new double[7];
    double alpha = globals[12];
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID; j++) {
        // powers of the unit interval put points near its ends, where the density has poles
        double a = spread((i + 0.5) / GRID);
        double b = spread((j + 0.5) / GRID);
        double after = spread(1 - (i + 0.5) / GRID);
        double[] w = {a, after * b, after * spread(1 - (j + 0.5) / GRID)};
        double x = (point[0] - 2 * w[1] - 0.4 * w[2]) / globals[9];
        double y = (point[1] - 0.5 * w[1] - 1.5 * w[2]) / globals[10];
        double rest = (y - CORRELATION * x) / Math.sqrt(1 - CORRELATION * CORRELATION);
        double log = -0.5 * (x * x + rest * rest) + Math.log(after);
        for (int k = 0; k < 3; k++) {
          log += (alpha * globals[k] - 1) * Math.log(w[k]);
        }
        double weight = Math.exp(log) * slope((i + 0.5) / GRID) * slope((j + 0.5) / GRID);
        sums[6] += weight;
        for (int k = 0; k < 3; k++) {
          sums[k] += weight * w[k];
          sums[3 + k] += weight * w[k] * w[k];
        }
      }
    }
    double[] out = new double[6];
    for (int m = 0; m < 6; m++) {
      out[m] = sums[m] / sums[6];
    }
    return out;
  }

  /** t^8 / (t^8 + (1 - t)^8). */
  private static double spread(double t) {
    double up = Math.pow(t, 8);
    double down = Math.pow(1 - t, 8);
    return up / (up + down);
  }

  private static double slope(double t) {
    double up = Math.pow(t, 8);
    double down = Math.pow(1 - t, 8);
    return 8 * Math.pow(t * (1 - t), 7) / ((up + down) * (up + down));
  }
}
