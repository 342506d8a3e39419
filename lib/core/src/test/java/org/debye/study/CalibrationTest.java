package org.debye.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.debye.evaluation.CalibrationRanks;
import org.debye.inference.nuts.MetricKind;
import org.debye.inference.variational.Iterate;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.unmixing.posterior.Abundances;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulation-based calibration: truth from the prior, data from the truth, rank of the truth. */
final class CalibrationTest {
  private static final VariationalStartSettings VARIATIONAL =
      new VariationalStartSettings(1600, 0.01, Iterate.LAST, 200, 3, 100);

  private static StudyCalibration calibrate(
      StudyModel model, StudyMethod method, double alpha1, double sigma, int datasets) {
    return calibrate(model, method, alpha1, sigma, datasets, Abundances.SAMPLED);
  }

  private static StudyCalibration calibrate(
      StudyModel model,
      StudyMethod method,
      double alpha1,
      double sigma,
      int datasets,
      Abundances abundances) {
    HmcSettings hmc =
        new HmcSettings(250, 120, 1200, 100, 0.9, 10, MetricKind.DIAGONAL, abundances);
    StudySettings settings = new StudySettings(hmc, VARIATIONAL, VARIATIONAL, 1);
    StudyCalibration calibration = new StudyCalibration(model);
    for (int number = 0; number < datasets; number++) {
      StudyDataset dataset =
          new StudyDataset(model, alpha1, new NoiseScale.Fixed(sigma), 31, number);
      StudyResult result = new StudyCell(dataset, method, 0, settings, StudyDetail.NUMBERS).run();
      assertThat(calibration.add(result)).as("dataset %d: %s", number, result.flags()).isTrue();
    }
    return calibration;
  }

  private static double least(StudyCalibration calibration) {
    double least = 1;
    for (String quantity : calibration.quantities()) {
      CalibrationRanks ranks = calibration.ranks(quantity);
      least = Math.min(least, ranks.chiSquareProbability(20));
      least = Math.min(least, ranks.ecdfProbability());
    }
    return least;
  }

  private static void assertUniform(StudyCalibration calibration) {
    for (String quantity : calibration.quantities()) {
      CalibrationRanks ranks = calibration.ranks(quantity);
      // about 20 tests, so a sound sampler fails here once in 500 times, were the seed not fixed
      assertThat(ranks.chiSquareProbability(20)).as("%s, chi-square", quantity).isGreaterThan(1e-4);
      assertThat(ranks.ecdfProbability()).as("%s, ECDF", quantity).isGreaterThan(1e-4);
    }
  }

  @Test
  void ranksOfATwoEndmemberMixtureAreUniform() {
    StudyModel model = new StudyModel(2, 1, 25, 4, 4, 1, NoiseModel.STANDARD_DEVIATION);
    assertUniform(calibrate(model, StudyMethod.HMC, 3, 0.1, 100));
  }

  @Test
  void ranksAreUniformWithAbundancesIntegratedOut() {
    StudyModel model = new StudyModel(2, 1, 25, 4, 4, 1, NoiseModel.STANDARD_DEVIATION);
    assertUniform(calibrate(model, StudyMethod.HMC, 3, 0.3, 100, Abundances.INTEGRATED));
  }

  /** Many true abundances are 0 as a double; their density is that of their logarithms. */
  @Test
  void ranksAreUniformWhereAbundancesUnderflow() {
    StudyModel model = new StudyModel(2, 1, 25, 1, 1, 1, NoiseModel.STANDARD_DEVIATION);
    assertUniform(calibrate(model, StudyMethod.HMC, 0.003, 0.3, 100, Abundances.INTEGRATED));
  }

  @Test
  void meanFieldIsOverconfidentAndCalibrationSaysSo() {
    StudyModel model = new StudyModel(2, 1, 25, 4, 4, 1, NoiseModel.STANDARD_DEVIATION);
    assertThat(least(calibrate(model, StudyMethod.VI, 3, 0.1, 120))).isLessThan(1e-6);
  }

  @Test
  void aPriorThatTheDataWereNotDrawnFromShowsInTheRanks() {
    StudyModel model = new StudyModel(2, 1, 25, 40, 0.5, 1, NoiseModel.STANDARD_DEVIATION);
    assertThat(least(calibrate(model, StudyMethod.HMC, 3, 0.1, 60))).isLessThan(1e-4);
  }

  @Tag("acceptance")
  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void ranksOfAThreeEndmemberMixtureAreUniform(NoiseModel noise) {
    StudyModel model = new StudyModel(3, 2, 40, 4, 4, 1, noise);
    assertUniform(calibrate(model, StudyMethod.HMC, 3, 0.1, 400));
  }

  /** Where abundances are sparse the sampler's coordinates tell the orders of endmembers apart. */
  @Tag("acceptance")
  @Test
  void ranksOfAThreeEndmemberMixtureAreUniformWhereAbundancesAreSparse() {
    StudyModel model = new StudyModel(3, 2, 40, 1, 1, 1, NoiseModel.STANDARD_DEVIATION);
    assertUniform(calibrate(model, StudyMethod.HMC, 0.3, 0.2, 200, Abundances.INTEGRATED));
  }
}
