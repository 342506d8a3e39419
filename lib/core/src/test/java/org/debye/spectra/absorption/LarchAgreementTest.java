package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what Larch makes of the same scans: test/golden/absorption/normalisation.py. */
class LarchAgreementTest {
  private static final Offset<Double> CLOSE = within(2e-8);

  /** Lines of a case, by their first word. */
  record Case(Map<String, String> lines) {
    double[] numbers(String key) {
      return Arrays.stream(text(key).split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    String text(String key) {
      return Objects.requireNonNull(lines.get(key));
    }

    Map<String, Double> named(String key) {
      Map<String, Double> values = new HashMap<>();
      for (String word : text(key).split(" ", -1)) {
        int at = word.indexOf('=');
        if (at > 0) {
          values.put(word.substring(0, at), Double.parseDouble(word.substring(at + 1)));
        }
      }
      return values;
    }

    AbsorptionScan scan() {
      return new AbsorptionScan(numbers("energy"), numbers("mu"));
    }

    @Override
    public String toString() {
      return text("case");
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    String golden =
        new String(Golden.bytes("absorption/normalisation.txt"), StandardCharsets.UTF_8);
    for (String line : golden.lines().toList()) {
      String[] words = line.split(" ", 2);
      if (words[0].equals("case")) {
        cases.add(new Case(new HashMap<>()));
      }
      cases.get(cases.size() - 1).lines().put(words[0], words.length > 1 ? words[1] : "");
    }
    return cases;
  }

  static Stream<Case> rebinned() {
    return cases().stream().filter(one -> one.lines().containsKey("rebinned"));
  }

  @Test
  void hasAllCases() {
    assertThat(cases()).hasSize(7);
    assertThat(rebinned()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void normalises(Case one) {
    NormalisedAbsorption found = new EdgeNormalisation(settings(one)).of(one.scan());
    Map<String, Double> wanted = one.named("parameters");
    NormalisationParameters p = found.parameters();
    assertThat(p.e0()).isCloseTo(wanted.get("e0"), within(1e-6));
    assertThat(p.edgeStep()).isCloseTo(wanted.get("edge_step"), within(1e-9));
    assertThat(p.pre1()).isCloseTo(wanted.get("pre1"), within(1e-6));
    assertThat(p.pre2()).isCloseTo(wanted.get("pre2"), within(1e-6));
    assertThat(p.norm1()).isCloseTo(wanted.get("norm1"), within(1e-6));
    assertThat(p.norm2()).isCloseTo(wanted.get("norm2"), within(1e-6));
    assertThat((double) p.degree()).isEqualTo(wanted.get("nnorm"));
    assertThat((double) p.victoreen()).isEqualTo(wanted.get("nvict"));
    double[] points = one.numbers("points");
    for (int k = 0; k < points.length; k++) {
      int i = (int) points[k];
      assertThat(found.normalised()[i]).isCloseTo(one.numbers("norm")[k], CLOSE);
      assertThat(found.flattened()[i]).isCloseTo(one.numbers("flat")[k], CLOSE);
      assertThat(found.preEdge()[i]).isCloseTo(one.numbers("pre")[k], CLOSE);
      assertThat(found.postEdge()[i]).isCloseTo(one.numbers("post")[k], CLOSE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void itsParametersGiveTheSameAgain(Case one) {
    NormalisedAbsorption first = new EdgeNormalisation(settings(one)).of(one.scan());
    NormalisedAbsorption again =
        new EdgeNormalisation(first.parameters().settings()).of(one.scan());
    assertThat(again.parameters()).isEqualTo(first.parameters());
    assertThat(again.flattened()).isEqualTo(first.flattened());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rebinned")
  void rebins(Case one) {
    double e0 = Objects.requireNonNull(one.named("parameters").get("e0"));
    AbsorptionScan found = Rebinning.of(one.scan(), e0);
    assertThat(found.energy()).containsExactly(one.numbers("rebinned_energy"), within(1e-5));
    assertThat(found.absorption()).containsExactly(one.numbers("rebinned"), within(1e-9));
  }

  private static NormalisationSettings settings(Case one) {
    Map<String, Double> options = one.named("options");
    Double degree = options.get("nnorm");
    return new NormalisationSettings(
        options.get("e0"),
        options.get("step"),
        options.get("pre1"),
        options.get("pre2"),
        options.get("norm1"),
        options.get("norm2"),
        degree == null ? null : degree.intValue(),
        options.getOrDefault("nvict", 0.0).intValue());
  }
}
