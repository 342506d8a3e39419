package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TchakaloffWeightsTest {
  private static double[][] functions(int count, int points, long seed) {
    RandomStream random = RandomStreams.of(seed).at("functions");
    double[][] functions = new double[count][points];
    for (double[] function : functions) {
      Arrays.setAll(function, i -> random.nextGaussian());
    }
    Arrays.fill(functions[0], 1);
    return functions;
  }

  private static double sum(double[] function, double[] weights) {
    double sum = 0;
    for (int i = 0; i < function.length; i++) {
      sum += weights[i] * function[i];
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"1, 7, 1", "2, 50, 2", "20, 21, 3", "40, 300, 4", "107, 500, 5", "30, 30, 6"})
  void sumsOfFewPointsAreThoseOfAll(int count, int points, long seed) {
    double[][] functions = functions(count, points, seed);
    double[] weights = TchakaloffWeights.of(functions, points).orElseThrow();
    double[] once = new double[points];
    Arrays.fill(once, 1);
    for (double[] function : functions) {
      assertThat(sum(function, weights)).isCloseTo(sum(function, once), within(1e-8 * points));
    }
    assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(weights).filter(weight -> weight > 0).count())
        .isBetween(1L, (long) count);
  }

  @Test
  void powersUpToADegreeMakeAGaussRule() {
    double[][] powers = new double[8][401];
    for (int degree = 0; degree < powers.length; degree++) {
      for (int i = 0; i <= 400; i++) {
        powers[degree][i] = Math.pow(i / 200.0 - 1, degree);
      }
    }
    double[] weights = TchakaloffWeights.of(powers, 401).orElseThrow();
    double sum = 0;
    double all = 0;
    for (int i = 0; i <= 400; i++) {
      sum += weights[i] * Math.exp(i / 200.0 - 1);
      all += Math.exp(i / 200.0 - 1);
    }
    assertThat(Arrays.stream(weights).filter(weight -> weight > 0).count()).isLessThanOrEqualTo(8);
    assertThat(sum / all).isCloseTo(1, within(1e-4));
  }

  @Test
  void functionsThatDependOnOneAnotherHaveNone() {
    double[][] functions = functions(5, 30, 8);
    for (int i = 0; i < 30; i++) {
      functions[4][i] = 2 * functions[1][i] - functions[3][i];
    }
    assertThat(TchakaloffWeights.of(functions, 30)).isEmpty();
  }

  @Test
  void whatIsNoNumberHasNone() {
    double[][] functions = functions(5, 30, 9);
    functions[2][7] = Double.NaN;
    assertThat(TchakaloffWeights.of(functions, 30)).isEmpty();
  }

  @Test
  void fewerPointsThanFunctionsAreRefused() {
    assertThatThrownBy(() -> TchakaloffWeights.of(functions(5, 4, 10), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 points for 5 functions");
  }

  @Test
  void functionsStayAsTheyAre() {
    double[][] functions = functions(9, 60, 11);
    TchakaloffWeights.of(functions, 60);
    assertThat(functions).isDeepEqualTo(functions(9, 60, 11));
  }
}
