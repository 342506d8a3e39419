package org.debye.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.debye.evaluation.CoverageShare;
import org.debye.spectra.mixing.NoiseModel;
import org.junit.jupiter.api.Test;

final class StudySelectionTest {
  private static final StudyModel MODEL =
      new StudyModel(2, 1, 4, 1, 1, 1, NoiseModel.STANDARD_DEVIATION);

  private static StudyResult start(double likelihood, double shift) {
    double[] draws = new double[5 * 64];
    for (int draw = 0; draw < 64; draw++) {
      double wave = Math.sin(0.1 + 2.4 * draw);
      double[] one = {0.5, 0.5, shift + 0.1 * wave, 1 - 0.1 * wave, 0.2};
      System.arraycopy(one, 0, draws, 5 * draw, 5);
    }
    return new StudyResult(
        List.of(),
        Map.of(
            StudyMetric.FROBENIUS_ERROR.key(), 0.1,
            StudyMetric.MEAN_LOG_LIKELIHOOD.key(), likelihood,
            StudyMetric.MEAN_LOG_LIKELIHOOD_ERROR.key(), 0.5),
        Map.of(StudyArray.GLOBAL_DRAWS.key(), draws),
        Optional.empty());
  }

  private static final StudyResult REFUSED =
      new StudyResult(List.of("the chain never moved"), Map.of(), Map.of(), Optional.empty());

  @Test
  void keepsTheBestStartAndSaysWhoAgrees() {
    StudySelection chosen =
        StudySelection.of(List.of(start(1, 0), REFUSED, start(2, 0), start(1.5, 5)), MODEL)
            .orElseThrow();
    assertThat(chosen.kept()).isEqualTo(2);
    assertThat(chosen.agreement().orElseThrow().sameMode()).containsExactly(true, true, false);
    assertThat(chosen.flags())
        .containsExactly("1 of 3 starts reached other modes", "1 starts gave no estimate");
  }

  @Test
  void nothingIsChosenWhereNoStartGaveAnEstimate() {
    assertThat(StudySelection.of(List.of(REFUSED), MODEL)).isEmpty();
  }

  @Test
  void coverageIsCountedWhereTheDatasetIs() {
    StudyCoverage coverage = new StudyCoverage(MODEL, 1, 0.1);
    assertThat(coverage.add(0.5, counted(0.2, 1))).isTrue();
    assertThat(coverage.add(2, counted(0.05, 0))).isTrue();
    assertThat(coverage.add(2, REFUSED)).isFalse();
    CoverageShare share = coverage.pooled(StudyCoverage.Quantity.ENDMEMBERS, 0.95)[1];
    assertThat(share.trials()).isEqualTo(4);
    assertThat(share.share()).isEqualTo(0.5);
    assertThat(
            coverage
                .within(
                    StudyCoverage.Quadrant.LOW_ALPHA1_HIGH_SIGMA,
                    StudyCoverage.Quantity.ABUNDANCES,
                    0.95)[2]
                .share())
        .isEqualTo(7 / 8.0);
    assertThat(
            coverage.within(
                StudyCoverage.Quadrant.LOW_ALPHA1_LOW_SIGMA, StudyCoverage.Quantity.SCALES, 0.95))
        .isEmpty();
  }

  private static StudyResult counted(double sigma, double inside) {
    Map<String, double[]> arrays = new HashMap<>();
    for (StudyArray array :
        List.of(
            StudyArray.GLOBAL_INSIDE_50,
            StudyArray.GLOBAL_INSIDE_80,
            StudyArray.GLOBAL_INSIDE_90)) {
      arrays.put(array.key(), new double[] {1, 0, inside, inside, 1});
    }
    arrays.put(StudyArray.ABUNDANCES_INSIDE.key(), new double[] {4, 6, 7, 8});
    return new StudyResult(
        List.of(), Map.of(StudyMetric.SIGMA.key(), sigma), arrays, Optional.empty());
  }
}
