package org.debye.inference.diagnostics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against R posterior 1.4.0: test/golden/posterior_diagnostics.R. */
class DiagnosticsGoldenTest {
  private static final double TOLERANCE = 1e-10;
  private static final Map<String, double[][]> CASES = GoldenChains.cases();
  private static final Map<String, Map<String, Double>> EXPECTED = expected();

  static Stream<String> cases() {
    return EXPECTED.keySet().stream();
  }

  @Test
  void everyCaseHasItsExpectation() {
    assertThat(EXPECTED.keySet()).containsExactlyElementsOf(CASES.keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithPosterior(String name) {
    Map<String, Double> computed = statistics(requireNonNull(CASES.get(name)));
    SoftAssertions softly = new SoftAssertions();
    requireNonNull(EXPECTED.get(name))
        .forEach(
            (statistic, expected) -> {
              double value = requireNonNull(computed.get(statistic));
              if (expected.isNaN()) {
                softly.assertThat(value).as(statistic).isNaN();
              } else if (Math.abs(expected) > 1e14) { // the chains' variances are rounding errors
                softly.assertThat(value).as(statistic).isGreaterThan(1e14);
              } else {
                softly
                    .assertThat(value)
                    .as(statistic)
                    .isCloseTo(expected, within(TOLERANCE * Math.max(1e-12, Math.abs(expected))));
              }
            });
    softly.assertAll();
  }

  private static Map<String, Double> statistics(double[][] x) {
    PosteriorSummary summary = PosteriorSummary.of("x", x);
    double[] pooled = Chains.of(x).pooled();
    Map<String, Double> computed = new LinkedHashMap<>();
    double sum = 0;
    for (double value : pooled) {
      sum += value;
    }
    computed.put("sum", sum);
    computed.put("mean", summary.mean());
    computed.put("sd", summary.sd());
    computed.put("q05", summary.q05());
    computed.put("q50", summary.q50());
    computed.put("q95", summary.q95());
    computed.put("rhat", RHat.rankNormalised(x));
    computed.put("rhat_split", RHat.split(x));
    computed.put("ess_bulk", summary.essBulk());
    computed.put("ess_tail", summary.essTail());
    computed.put("ess_mean", EffectiveSize.mean(x));
    computed.put("ess_sd", EffectiveSize.standardDeviation(x));
    computed.put("ess_q25", EffectiveSize.quantile(x, 0.25));
    computed.put("ess_q50", EffectiveSize.quantile(x, 0.5));
    computed.put("ess_q100", EffectiveSize.quantile(x, 1));
    computed.put("ess_unsplit", EffectiveSize.unsplit(x));
    computed.put("mcse_mean", summary.mcseMean());
    computed.put("mcse_sd", summary.mcseSd());
    computed.put("mcse_q05", MonteCarloError.quantile(x, 0.05));
    computed.put("mcse_q50", MonteCarloError.quantile(x, 0.5));
    computed.put("mcse_q95", MonteCarloError.quantile(x, 0.95));
    return computed;
  }

  private static Map<String, Map<String, Double>> expected() {
    List<String> lines =
        new String(Golden.bytes("posterior_diagnostics.csv"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    List<String> columns = List.of(lines.get(0).split(","));
    Map<String, Map<String, Double>> expected = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = new ArrayList<>(List.of(line.split(",")));
      Map<String, Double> values = new LinkedHashMap<>();
      for (int c = 1; c < columns.size(); c++) {
        values.put(columns.get(c), Double.parseDouble(fields.get(c)));
      }
      expected.put(fields.get(0), values);
    }
    return expected;
  }
}
