package org.debye.inference.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against R loo 2.5.1: test/golden/loo_comparison.R. */
class ComparisonGoldenTest {
  private static final double TOLERANCE = 1e-10;
  private static final Map<String, double[]> EXPECTED = new LinkedHashMap<>();

  static {
    new String(Golden.bytes("loo_comparison.csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            f ->
                EXPECTED.put(
                    f[0] + " " + f[1],
                    Arrays.stream(f[2].split(" ")).mapToDouble(Double::parseDouble).toArray()));
  }

  private double state;

  @ParameterizedTest
  @ValueSource(strings = {"wide", "narrow", "shifted", "few", "mild"})
  void leaveOneOutAndWaicAgreeWithLoo(String name) {
    PointwiseLogLikelihood likelihood = model(name);
    LeaveOneOut loo = LeaveOneOut.of(likelihood);
    agree(name + " elpd", loo.pointwiseElpd());
    agree(name + " parameters", loo.pointwiseParameters());
    agree(name + " shapes", loo.shapes());
    agree(name + " sizes", loo.effectiveSizes());
    agree(name + " errors", loo.pointwiseErrors());
    double error = expected(name + " error")[0];
    if (Double.isNaN(error)) {
      assertThat(loo.monteCarloError()).isEmpty();
    } else {
      agree(name + " error", new double[] {loo.monteCarloError().orElseThrow()});
    }
    agree(name + " totals", flat(loo.elpd(), loo.parameters(), loo.looic()));
    Waic waic = Waic.of(likelihood);
    agree(name + " waic", flat(waic.elpd(), waic.parameters(), waic.waic()));
    long bad = Arrays.stream(loo.shapes()).filter(k -> k > 0.7).count();
    assertThat(loo.untrusted()).isEqualTo((int) bad);
  }

  @Test
  void differencesAgreeWithLoo() {
    Map<String, LeaveOneOut> models = new LinkedHashMap<>();
    for (String name : List.of("wide", "narrow", "shifted")) {
      models.put(name, LeaveOneOut.of(model(name)));
    }
    List<ModelComparison> rows = ModelComparison.of(models);
    assertThat(rows)
        .extracting(ModelComparison::model)
        .containsExactly("shifted", "wide", "narrow");
    for (ModelComparison row : rows) {
      agree(row.model() + " difference", flat(row.difference()));
      assertThat(row.weight()).isCloseTo(expected(row.model() + " weight")[0], within(1e-6));
    }
  }

  @Test
  void stackedWeightsAgreeWithLoo() {
    state = 9;
    double[][] points = new double[3][30];
    for (double[] model : points) {
      Arrays.setAll(model, i -> noise() - 2);
    }
    double[] weights = Stacking.weights(List.of(points));
    double[] expected = expected("stack weight");
    double sum = 0;
    for (int m = 0; m < 3; m++) {
      assertThat(weights[m]).isCloseTo(expected[m], within(2e-4)); // loo's search stops early
      sum += weights[m];
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(score(points, weights)).isGreaterThanOrEqualTo(score(points, expected) - 1e-12);
  }

  @Test
  void smoothedWeightsAgreeWithLoo() {
    state = 7;
    double[] ratios = new double[500];
    Arrays.setAll(
        ratios,
        i -> {
          double a = noise();
          return 0.9 * a * a;
        });
    ParetoSmoothing smoothed = ParetoSmoothing.of(ratios, 1);
    agree("ratios shapes", new double[] {smoothed.shape()});
    agree("ratios tail", new double[] {smoothed.tail()});
    agree(
        "ratios sums",
        new double[] {
          Arrays.stream(ratios).sum(),
          Arrays.stream(smoothed.logWeights()).sum(),
          Arrays.stream(smoothed.logWeights()).max().orElseThrow(),
          Arrays.stream(smoothed.normalised()).sum()
        });
  }

  private static double score(double[][] points, double[] weights) {
    double score = 0;
    for (int i = 0; i < points[0].length; i++) {
      double mixture = 0;
      for (int m = 0; m < weights.length; m++) {
        mixture += weights[m] * Math.exp(points[m][i]);
      }
      score += Math.log(mixture);
    }
    return score;
  }

  private PointwiseLogLikelihood model(String name) {
    return switch (name) {
      case "wide" -> model(3, new int[] {250, 4, 12}, 0, 4);
      case "narrow" -> model(3, new int[] {250, 4, 12}, 0.5, 1);
      case "shifted" -> model(3, new int[] {250, 4, 12}, -1, 6);
      case "mild" -> model(11, new int[] {250, 4, 6}, 0, 40);
      default -> model(5, new int[] {10, 2, 4}, 0, 2);
    };
  }

  private PointwiseLogLikelihood model(int seed, int[] shape, double shift, double variance) {
    state = seed;
    int observations = shape[2];
    double[] y = new double[observations];
    Arrays.setAll(y, i -> 2 * noise());
    y[observations - 1] = 9;
    double[] values = new double[shape[0] * shape[1] * observations];
    int at = 0;
    for (int c = 0; c < shape[1]; c++) {
      double m = noise();
      for (int s = 0; s < shape[0]; s++) {
        m = 0.5 * m + noise();
        for (int i = 0; i < observations; i++) {
          double d = y[i] - m - shift;
          values[at++] = -0.5 * d * d / variance - 2;
        }
      }
    }
    return new PointwiseLogLikelihood(shape[1], shape[0], observations, values);
  }

  private double noise() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      state = state * 16807 % 2147483647;
      sum += state / 2147483647;
    }
    return sum - 6;
  }

  private static double[] flat(Estimate... estimates) {
    return Arrays.stream(estimates)
        .flatMapToDouble(e -> Arrays.stream(new double[] {e.value(), e.standardError()}))
        .toArray();
  }

  private static double[] expected(String key) {
    double[] values = EXPECTED.get(key);
    assertThat(values).as(key).isNotNull();
    return values == null ? new double[0] : values;
  }

  private static void agree(String key, double[] computed) {
    double[] expected = expected(key);
    assertThat(computed).as(key).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isInfinite(expected[i])) {
        assertThat(computed[i]).as("%s %s", key, i).isEqualTo(expected[i]);
      } else {
        assertThat(computed[i])
            .as("%s %s", key, i)
            .isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }
}
