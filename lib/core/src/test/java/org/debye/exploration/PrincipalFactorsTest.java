package org.debye.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Malinowski's formulas by numpy and scipy: test/golden/absorption/factors.py. */
class PrincipalFactorsTest {

  static List<Map<String, double[]>> cases() {
    List<Map<String, double[]>> cases = new ArrayList<>();
    String text = new String(Golden.bytes("absorption/factors.txt"), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("case")) {
        cases.add(new HashMap<>());
      } else {
        cases
            .get(cases.size() - 1)
            .put(words[0], Stream.of(words).skip(1).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void errorsIndicatorsAndSignificancesAreMalinowskis(Map<String, double[]> golden) {
    PrincipalFactors found = factors(golden);
    double[] error = of(golden, "error");
    double[] indicator = of(golden, "indicator");
    double[] significance = of(golden, "significance");
    for (int n = 1; n <= found.most(); n++) {
      assertThat(found.realError(n) / error[n - 1]).isCloseTo(1, within(1e-7));
      assertThat(found.indicator(n) / indicator[n - 1]).isCloseTo(1, within(1e-7));
      assertThat(found.significance(n)).isCloseTo(significance[n - 1], within(1e-7));
    }
    int pure = of(golden, "shape")[0] == 12 ? 2 : 3;
    assertThat(found.byIndicator()).isEqualTo(pure);
    assertThat(found.bySignificance(0.05)).isEqualTo(pure);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void targetsAreToldApart(Map<String, double[]> golden) {
    PrincipalFactors found = factors(golden);
    for (String name : List.of("inside", "outside")) {
      TargetTest test = found.target(of(golden, name + ".target"), found.byIndicator());
      assertThat(test.apparentError() / of(golden, name + ".apparent")[0])
          .isCloseTo(1, within(1e-7));
      assertThat(test.predictedError() / of(golden, name + ".predicted")[0])
          .isCloseTo(1, within(1e-7));
      assertThat(test.spoil()).isCloseTo(of(golden, name + ".spoil")[0], within(1e-5));
      assertThat(test.verdict())
          .isEqualTo(
              name.equals("inside")
                  ? TargetTest.Verdict.EXCELLENT
                  : TargetTest.Verdict.UNACCEPTABLE);
    }
  }

  @Test
  void twoSpectraHaveNoFactorsToJudge() {
    assertThatThrownBy(
            () ->
                PrincipalFactors.of("two", new Observations(2, 3, new double[] {1, 2, 3, 4, 5, 6})))
        .isInstanceOf(InputException.class)
        .hasMessage("two: 2 spectra of 3 points. Give three or more of both.");
  }

  private static PrincipalFactors factors(Map<String, double[]> golden) {
    double[] shape = of(golden, "shape");
    return PrincipalFactors.of(
        "series", new Observations((int) shape[0], (int) shape[1], of(golden, "data")));
  }

  private static double[] of(Map<String, double[]> golden, String key) {
    return Objects.requireNonNull(golden.get(key), key);
  }
}
