package org.debye.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.variational.Iterate;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StudyCellTest {
  private static final StudyModel MODEL =
      new StudyModel(2, 1, 60, 2, 2, 1, NoiseModel.STANDARD_DEVIATION);
  private static final StudySettings SETTINGS =
      new StudySettings(
          HmcSettings.standard().withDraws(100, 800),
          new VariationalStartSettings(800, 0.01, Iterate.LAST, 200, 3, 100),
          new VariationalStartSettings(6400, 0.02, Iterate.MEAN_OF_SECOND_HALF, 200, 3, 100),
          3);

  private static StudyDataset dataset(int number) {
    return new StudyDataset(MODEL, 1, new NoiseScale.Fixed(0.1), 5, number);
  }

  private static StudyResult run(StudyMethod method, int start) {
    return new StudyCell(dataset(0), method, start, SETTINGS, StudyDetail.FIGURES).run();
  }

  private static Map<String, Double> repeatable(StudyResult result) {
    return result.metrics().entrySet().stream()
        .filter(metric -> !metric.getKey().equals(StudyMetric.CPU_SECONDS.key()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @ParameterizedTest
  @EnumSource(StudyMethod.class)
  void aCellGivesTheSameNumbersAgainAndSeesTheSameDataWhateverTheMethod(StudyMethod method) {
    StudyResult result = run(method, 1);
    StudyResult again = run(method, 1);
    assertThat(repeatable(again)).isEqualTo(repeatable(result));
    assertThat(again.arrays().keySet()).isEqualTo(result.arrays().keySet());
    result.arrays().forEach((key, values) -> assertThat(again.arrays().get(key)).isEqualTo(values));
    assertThat(result.array(StudyArray.OBSERVATIONS).orElseThrow())
        .isEqualTo(SimulatedDataset.of(dataset(0)).observed().values());
    assertThat(result.metric(StudyMetric.FROBENIUS_ERROR)).isPresent();
    assertThat(result.metric(StudyMetric.CPU_SECONDS).orElse(0)).isPositive();
  }

  @Test
  void anotherStartIsAnotherChainOnTheSameData() {
    StudyResult first = run(StudyMethod.HMC, 0);
    StudyResult second = run(StudyMethod.HMC, 1);
    assertThat(second.array(StudyArray.OBSERVATIONS).orElseThrow())
        .isEqualTo(first.array(StudyArray.OBSERVATIONS).orElseThrow());
    assertThat(second.array(StudyArray.GLOBAL_DRAWS).orElseThrow())
        .isNotEqualTo(first.array(StudyArray.GLOBAL_DRAWS).orElseThrow());
  }

  @Test
  void estimatesIntervalsAndCountsFitTogether() {
    StudyResult result = run(StudyMethod.HMC, 0);
    double[] truth = result.array(StudyArray.GLOBALS).orElseThrow();
    double[] low = result.array(StudyArray.GLOBAL_LOW_80).orElseThrow();
    double[] high = result.array(StudyArray.GLOBAL_HIGH_80).orElseThrow();
    double[] inside = result.array(StudyArray.GLOBAL_INSIDE_80).orElseThrow();
    for (int place = 0; place < truth.length; place++) {
      boolean held = low[place] <= truth[place] && truth[place] <= high[place];
      assertThat(inside[place]).isEqualTo(held ? 1 : 0);
    }
    assertThat(result.metric(StudyMetric.INSIDE_80).orElse(-1)).isEqualTo(inside[2] + inside[3]);
    double[] means = result.array(StudyArray.GLOBAL_MEANS).orElseThrow();
    double[] endmembers = result.array(StudyArray.ENDMEMBERS).orElseThrow();
    assertThat(Arrays.copyOfRange(means, 2, 4)).containsExactly(endmembers, within(1e-12));
    double[] errors = result.array(StudyArray.ENDMEMBER_ERRORS).orElseThrow();
    assertThat(result.metric(StudyMetric.FROBENIUS_ERROR).orElse(-1))
        .isCloseTo(Math.hypot(errors[0], errors[1]), within(1e-12));
    double[] abundances = result.array(StudyArray.ABUNDANCES_INSIDE).orElseThrow();
    assertThat(abundances[3]).isEqualTo(120);
    assertThat(abundances[0]).isLessThan(abundances[1]);
  }

  @Test
  void aVariationalFitSaysWhetherItHadConverged() {
    StudyResult blocks = run(StudyMethod.VI_BLOCKS, 0);
    assertThat(blocks.metric(StudyMetric.CONVERGED)).hasValue(1);
    assertThat(blocks.flags()).isEmpty();
    StudySettings hasty =
        new StudySettings(
            SETTINGS.hmc(),
            new VariationalStartSettings(400, 0.005, Iterate.LAST, 200, 3, 100),
            SETTINGS.blocks(),
            1);
    StudyResult few =
        new StudyCell(dataset(0), StudyMethod.VI, 0, hasty, StudyDetail.NUMBERS).run();
    assertThat(few.metric(StudyMetric.CONVERGED)).hasValue(0);
    double rise = few.metric(StudyMetric.ELBO_RISE).orElse(0);
    assertThat(rise).isPositive();
    assertThat(few.flags())
        .singleElement()
        .asString()
        .matches(
            Pattern.quote(String.format(Locale.ROOT, "the ELBO rose by %.1f +- ", rise))
                + "[0-9.]+ in the last quarter of 400 steps: not converged");
  }

  @Test
  void datasetsThatDifferInOneComponentShareNoNumbers() {
    double[] here = SimulatedDataset.of(dataset(0)).truth().endmembers();
    StudyDataset other = new StudyDataset(MODEL, 1.1, new NoiseScale.Fixed(0.1), 5, 0);
    assertThat(SimulatedDataset.of(dataset(1)).truth().endmembers()).isNotEqualTo(here);
    assertThat(SimulatedDataset.of(other).truth().endmembers()).isNotEqualTo(here);
  }

  @Test
  void aDrawnNoiseScaleIsToldToTheInference() {
    StudyDataset drawn = new StudyDataset(MODEL, 1, new NoiseScale.Drawn(0, 0.032), 5, 0);
    SimulatedDataset data = SimulatedDataset.of(drawn);
    assertThat(data.inferring().sigma()).isBetween(0.0, 0.032);
    assertThat(data.truth().scales()[0] / data.inferring().sigma()).isBetween(0.5, 1.5);
  }

  /** Noise so small that the density of every point where a chain could begin is zero. */
  @ParameterizedTest
  @EnumSource(names = {"HMC", "VI", "VI_BLOCKS"})
  void whatCannotBeginIsFlaggedAndGivesNoNumber(StudyMethod method) {
    StudyDataset dataset = new StudyDataset(MODEL, 1, new NoiseScale.Fixed(1e-200), 5, 0);
    StudyResult result = new StudyCell(dataset, method, 0, SETTINGS, StudyDetail.NUMBERS).run();
    assertThat(result.status()).isEqualTo(StudyResult.StudyStatus.FLAGGED);
    assertThat(result.flags()).singleElement().asString().isNotBlank();
    assertThat(result.metrics()).containsOnlyKeys(StudyMetric.SIGMA.key());
    assertThat(result.array(StudyArray.ENDMEMBERS)).isEmpty();
    assertThat(StudySelection.of(List.of(result), MODEL)).isEmpty();
  }

  /** Pure points without noise: as many different ones as endmembers are seen. */
  @ParameterizedTest
  @EnumSource(StudyMethod.class)
  void tooFewDifferentPointsAreRefusedWhateverTheMethod(StudyMethod method) {
    StudyModel small = new StudyModel(3, 2, 3, 2, 2, 1, NoiseModel.STANDARD_DEVIATION);
    Set<FailureCode> codes = EnumSet.noneOf(FailureCode.class);
    for (int number = 0; number < 12; number++) {
      StudyDataset dataset = new StudyDataset(small, 1e-9, new NoiseScale.Fixed(1e-200), 5, number);
      try {
        new StudyCell(dataset, method, 0, SETTINGS, StudyDetail.NUMBERS).run();
      } catch (InputException refused) {
        codes.add(refused.code());
      }
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(FailureCode.CONSTANT_SPECTRA, FailureCode.TOO_FEW_SPECTRA);
  }

  @Test
  void aStudyThatNoSimplexFitsIsRefused() {
    assertThatThrownBy(() -> new StudyModel(4, 2, 100, 1, 1, 1, NoiseModel.STANDARD_DEVIATION))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "study: 4 endmembers in 2 dimensions are not the corners of a simplex. "
                + "Set dimensions to at least 3 or ask for fewer endmembers.")
        .extracting(failure -> ((InputException) failure).code())
        .isEqualTo(FailureCode.TOO_FEW_DIMENSIONS);
    assertThatThrownBy(() -> new StudyModel(3, 2, 2, 1, 1, 1, NoiseModel.STANDARD_DEVIATION))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("study: 2 observations cannot show 3 endmembers.");
    assertThatThrownBy(() -> new StudyDataset(MODEL, 0, new NoiseScale.Fixed(1), 1, 0))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("study: alpha1 is 0.0.");
  }
}
