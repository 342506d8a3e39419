package org.debye.unmixing.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.absorption.AbsorptionScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Larch's way of fitting: test/golden/absorption/combination.py. */
class LinearCombinationTest {
  private static final double E0 = 7120;
  private static final Offset<Double> CLOSE = within(1e-7);

  private static final List<Map<String, double[]>> GOLDEN = new ArrayList<>();
  private static final List<Reference> REFERENCES = new ArrayList<>();

  static {
    read();
  }

  static List<Map<String, double[]>> cases() {
    return GOLDEN.stream().filter(one -> one.containsKey("free.weights")).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weightsErrorsAndStatisticsAreLarchs(Map<String, double[]> golden) {
    Map<String, WeightRule> rules =
        Map.of(
            "free", WeightRule.FREE,
            "sum-to-one", WeightRule.SUM_TO_ONE,
            "non-negative", WeightRule.NON_NEGATIVE,
            "fractions", WeightRule.FRACTIONS);
    rules.forEach(
        (name, rule) -> {
          CombinationFit fit = fit(golden, CombinationSettings.standard().with(rule), REFERENCES);
          assertThat(fit.weights()).as(name).containsExactly(of(golden, name + ".weights"), CLOSE);
          double[] errors = of(golden, name + ".errors");
          for (int k = 0; k < errors.length; k++) {
            if (Double.isNaN(errors[k])) {
              assertThat(fit.errors()[k]).as(name).isNaN();
            } else {
              assertThat(fit.errors()[k] / errors[k]).as(name).isCloseTo(1, within(1e-5));
            }
          }
          assertThat(fit.chiSquare() / of(golden, name + ".chi")[0]).isCloseTo(1, CLOSE);
          assertThat(fit.reducedChiSquare() / of(golden, name + ".reduced")[0]).isCloseTo(1, CLOSE);
          assertThat(fit.rFactor() / of(golden, name + ".rfactor")[0]).isCloseTo(1, CLOSE);
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void covariancesAreThoseOfLmfit(Map<String, double[]> golden) {
    for (WeightRule rule : List.of(WeightRule.FREE, WeightRule.SUM_TO_ONE)) {
      CombinationFit fit = fit(golden, CombinationSettings.standard().with(rule), REFERENCES);
      double[] all = of(golden, (rule == WeightRule.FREE ? "free" : "sum-to-one") + ".covariance");
      double scale = Arrays.stream(all).map(Math::abs).max().orElseThrow();
      for (int j = 0; j < 4; j++) {
        for (int k = 0; k < 4; k++) {
          assertThat(fit.covariance()[j * 8 + k] / scale)
              .isCloseTo(all[j * 4 + k] / scale, within(1e-5));
        }
      }
      if (rule == WeightRule.SUM_TO_ONE) {
        assertThat(fit.total()).isCloseTo(1, within(1e-12));
        assertThat(fit.totalError()).isCloseTo(0, within(1e-6 * Math.sqrt(scale)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void combinationsAreRankedAsLarchRanksThem(Map<String, double[]> golden) {
    List<CombinationRanking.Ranked> ranked =
        CombinationRanking.of(
            "data", scan(golden), E0, REFERENCES, CombinationSettings.standard(), 4);
    for (int place = 0; golden.containsKey("ranked" + place); place++) {
      int[] wanted = Arrays.stream(of(golden, "ranked" + place)).mapToInt(v -> (int) v).toArray();
      assertThat(ranked.get(place).references()).containsExactly(wanted);
      assertThat(ranked.get(place).fit().weights())
          .containsExactly(of(golden, "ranked" + place + ".weights"), CLOSE);
      double reduced = of(golden, "ranked" + place + ".reduced")[0];
      assertThat(ranked.get(place).fit().reducedChiSquare() / reduced).isCloseTo(1, CLOSE);
    }
  }

  @Test
  void shiftsAndTheirErrorsAreThoseOfAJointFit() {
    Map<String, double[]> golden =
        GOLDEN.stream().filter(one -> one.containsKey("shifted.weights")).findFirst().orElseThrow();
    CombinationSettings settings =
        CombinationSettings.standard().with(WeightRule.SUM_TO_ONE).withShift(1.5);
    CombinationFit fit = fit(golden, settings, REFERENCES.subList(0, 2));

    assertThat(fit.weights()).containsExactly(of(golden, "shifted.weights"), within(1e-5));
    assertThat(fit.shifts()).containsExactly(of(golden, "shifted.shifts"), within(1e-5));
    double[] all = of(golden, "shifted.covariance");
    for (int j = 0; j < 4; j++) {
      for (int k = 0; k < 4; k++) {
        double scale = Math.sqrt(all[j * 5] * all[k * 5]);
        assertThat(fit.covariance()[j * 4 + k] / scale)
            .as("%d %d", j, k)
            .isCloseTo(all[j * 4 + k] / scale, within(1e-3));
      }
    }
  }

  @Test
  void aShiftStopsAtItsBound() {
    Map<String, double[]> golden = GOLDEN.get(GOLDEN.size() - 1);
    CombinationFit fit =
        fit(golden, CombinationSettings.standard().withShift(0.1), REFERENCES.subList(0, 2));
    assertThat(fit.shifts()).containsExactly(0.1, -0.1);
    assertThat(fit.shiftErrors()).containsOnly(Double.NaN);
    double[] moved = {0.1, -0.1};
    CombinationProblem problem =
        CombinationProblem.of(
            "data",
            scan(golden),
            E0,
            REFERENCES.subList(0, 2),
            CombinationSettings.standard().withShift(0.1));
    assertThat(fit.weights())
        .containsExactly(
            WeightFit.of(problem, WeightRule.FRACTIONS, moved).weights(), within(1e-12));
  }

  /** Errors mean what they say: of 500 draws of noise, deviations over errors are standard. */
  @Test
  void errorsCoverTheTruth() {
    double[] truth = {0.5, 0.3, 0.2};
    List<Reference> references = REFERENCES.subList(0, 3);
    double[] energy = of(GOLDEN.get(0), "energy");
    double[] clean = new double[energy.length];
    for (int k = 0; k < truth.length; k++) {
      double[] one = references.get(k).at(energy, 0);
      for (int i = 0; i < clean.length; i++) {
        clean[i] += truth[k] * one[i];
      }
    }
    RandomStreams streams = RandomStreams.of(5);
    double squares = 0;
    int draws = 500;
    for (int d = 0; d < draws; d++) {
      RandomStream random = streams.at("noise", d);
      double[] noisy = Arrays.stream(clean).map(v -> v + 0.005 * random.nextGaussian()).toArray();
      CombinationFit fit =
          new LinearCombination(CombinationSettings.standard().with(WeightRule.SUM_TO_ONE))
              .fit("data", new AbsorptionScan(energy, noisy), E0, references);
      for (int k = 0; k < truth.length; k++) {
        double pull = (fit.weights()[k] - truth[k]) / fit.errors()[k];
        squares += pull * pull / (draws * truth.length);
      }
    }
    assertThat(squares).isBetween(0.85, 1.18); // Student's t of 70: 1.03
  }

  @Test
  void whatCannotBeFittedIsRefusedWithWhatToDo() {
    Map<String, double[]> golden = GOLDEN.get(0);
    CombinationSettings wide = new CombinationSettings(WeightRule.FRACTIONS, -20, 200, 0);
    AbsorptionScan longer = new AbsorptionScan(new double[] {7000, 7050, 7300}, new double[3]);
    List<Reference> few = List.of(Reference.of("short", longer));
    assertThatThrownBy(() -> fit(golden, new CombinationSettings(wide.rule(), 300, 400, 0), few))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 points lie from 7420.0 to 7520.0 eV, too few for 0 numbers")
        .hasMessageContaining("Widen range");
    AbsorptionScan narrow = new AbsorptionScan(new double[] {7110, 7120, 7130}, new double[3]);
    assertThatThrownBy(
            () -> fit(golden, CombinationSettings.standard(), List.of(Reference.of("s", narrow))))
        .hasMessageContaining("the reference s goes from 7110.0 to 7130.0 eV, and 7100.0 to 71")
        .hasMessageContaining("leave that reference out");
    List<Reference> twice = List.of(REFERENCES.get(0), REFERENCES.get(0));
    assertThatThrownBy(
            () -> fit(golden, CombinationSettings.standard().with(WeightRule.FREE), twice))
        .hasMessageContaining("the reference r0 is a sum of the others within the range");
    List<Reference> many = new ArrayList<>();
    for (int k = 0; k < 40; k++) {
      many.add(REFERENCES.get(k % 4));
    }
    assertThatThrownBy(
            () ->
                CombinationRanking.of(
                    "data", scan(golden), E0, many, CombinationSettings.standard(), 8))
        .hasMessageContaining("combinations of 40 references are more than 200000");
  }

  private static CombinationFit fit(
      Map<String, double[]> golden, CombinationSettings settings, List<Reference> references) {
    return new LinearCombination(settings).fit("data", scan(golden), E0, references);
  }

  private static AbsorptionScan scan(Map<String, double[]> golden) {
    return new AbsorptionScan(of(golden, "energy"), of(golden, "mu"));
  }

  private static double[] of(Map<String, double[]> golden, String key) {
    return Objects.requireNonNull(golden.get(key), key);
  }

  private static void read() {
    String text = new String(Golden.bytes("absorption/combination.txt"), StandardCharsets.UTF_8);
    double[] energy = {};
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("case")) {
        GOLDEN.add(new HashMap<>());
        continue;
      }
      double[] values = Stream.of(words).skip(1).mapToDouble(Double::parseDouble).toArray();
      if (words[0].equals("reference.energy")) {
        energy = values;
      } else if (words[0].equals("reference.mu")) {
        REFERENCES.add(Reference.of("r" + REFERENCES.size(), new AbsorptionScan(energy, values)));
      } else {
        GOLDEN.get(GOLDEN.size() - 1).put(words[0], values);
      }
    }
  }
}
