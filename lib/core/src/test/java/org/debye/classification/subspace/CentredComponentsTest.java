package org.debye.classification.subspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.PrincipalComponents;
import org.junit.jupiter.api.Test;

final class CentredComponentsTest {

  @Test
  void areThoseOfTheCovarianceWhetherSpectraOrPointsAreMore() {
    for (int count : new int[] {12, 60}) {
      float[] spectra = spectra(count, 20);
      double[] values = new double[spectra.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = spectra[i];
      }
      PrincipalComponents wanted = PrincipalComponents.of(new Observations(count, 20, values), 4);
      CentredComponents found = CentredComponents.of(spectra, 20, 4, 1);
      assertThat(found.components()).containsExactly(wanted.subspace().analysis(), within(1e-9));
      double[] scores = wanted.subspace().project(new Observations(count, 20, values)).values();
      assertThat(found.scores(spectra)).containsExactly(scores, within(1e-9));
      double before = 0;
      for (int d = 0; d < 4; d++) {
        assertThat(found.shares()[d]).isCloseTo(wanted.explained(d + 1) - before, within(1e-12));
        before = wanted.explained(d + 1);
      }
    }
  }

  @Test
  void stopsWhereEnoughIsExplainedOrNothingIsLeft() {
    float[] spectra = spectra(12, 20);
    CentredComponents half = CentredComponents.of(spectra, 20, 12, 0.5);
    double sum = 0;
    for (double share : half.shares()) {
      assertThat(sum).isLessThan(0.5);
      sum += share;
    }
    assertThat(sum).isGreaterThanOrEqualTo(0.5);
    assertThat(CentredComponents.of(spectra, 20, 12, 1).dimensions()).isEqualTo(11);
  }

  @Test
  void theSoftmaxIsOfLinearFunctionsOfTheScores() {
    float[] spectra = spectra(12, 20);
    CentredComponents subspace = CentredComponents.of(spectra, 20, 2, 1);
    ComponentSoftmax fitted =
        new ComponentSoftmax(subspace, new double[] {1, 0, -1, 2, 0, 0}, new double[] {0, 1, -1});
    double[] scores = subspace.scores(spectra);
    double[] found = fitted.probabilities(spectra);
    for (int i = 0; i < 12; i++) {
      double a = Math.exp(scores[2 * i]);
      double b = Math.exp(1 - scores[2 * i] + 2 * scores[2 * i + 1]);
      double c = Math.exp(-1);
      assertThat(found[3 * i]).isCloseTo(a / (a + b + c), within(1e-12));
      assertThat(found[3 * i + 2]).isCloseTo(c / (a + b + c), within(1e-12));
    }
  }

  private static float[] spectra(int count, int points) {
    RandomStream random = RandomStreams.of(6).at(count);
    float[] values = new float[count * points];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (5 + random.nextGaussian() * (1 + i % points));
    }
    return values;
  }
}
