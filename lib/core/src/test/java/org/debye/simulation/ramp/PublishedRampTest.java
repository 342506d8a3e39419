package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.spectra.baseline.Baseline;
import org.debye.spectra.baseline.BaselineSettings;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated (Mg0.2Fe0.8)O ramp against what is known of the published one: principal components
 * after ALS, as printed by its notebooks, and heights read from its figures.
 */
class PublishedRampTest {
  private static final double[] PUBLISHED = {
    .394, .276, .098, .080, .046, .033, .025, .015, .0095, .0054, .0039, .0026, .0020
  };

  @Test
  void principalComponentsExplainWhatTheyDoInThePublishedRamp() {
    double[] explained = explained(1);
    for (int i = 0; i < PUBLISHED.length; i++) {
      double tolerance = i < 4 ? 0.25 : 0.45;
      assertThat(explained[i])
          .as("component %d of %s", i + 1, Arrays.toString(Arrays.copyOf(explained, 13)))
          .isCloseTo(PUBLISHED[i], within(tolerance * PUBLISHED[i]));
    }
    assertThat(componentsFor(0.99, explained)).isEqualTo(13);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4})
  void otherSeedsAreOtherRampsOfTheSameKind(long seed) {
    double[] explained = explained(seed);
    assertThat(explained[0]).as(Arrays.toString(explained)).isBetween(0.33, 0.47);
    assertThat(explained[1]).isBetween(0.20, 0.34);
    assertThat(explained[2]).isBetween(0.07, 0.14);
    assertThat(explained[3]).isBetween(0.05, 0.11);
    assertThat(componentsFor(0.99, explained)).isBetween(11, 16);
  }

  /** Shares of variance, descending, by the eigenvalues of the centred frames' products. */
  private static double[] explained(long seed) {
    SimulatedRamp ramp = new SimulatedRamp(RampDataset.named("mgfeo"), seed);
    int frames = ramp.dataset().frames();
    int points = SimulatedRamp.axis().points();
    double[] spectra = new double[frames * points];
    IntStream.range(0, frames)
        .parallel()
        .forEach(
            frame -> {
              float[] intensity = ramp.spectrum(frame).intensity();
              float[] below = new float[points];
              Baseline.of(BaselineSettings.Als.DEFAULT, points).estimate(intensity, below);
              for (int i = 0; i < points; i++) {
                spectra[frame * points + i] = intensity[i] - below[i];
              }
            });
    for (int i = 0; i < points; i++) {
      double mean = 0;
      for (int frame = 0; frame < frames; frame++) {
        mean += spectra[frame * points + i] / frames;
      }
      for (int frame = 0; frame < frames; frame++) {
        spectra[frame * points + i] -= mean;
      }
    }
    DMatrixRMaj centred = DMatrixRMaj.wrap(frames, points, spectra);
    DMatrixRMaj products = new DMatrixRMaj(frames, frames);
    CommonOps_DDRM.multTransB(centred, centred, products);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(frames, false, true);
    assertThat(eigen.decompose(products)).isTrue();
    double[] values =
        IntStream.range(0, frames)
            .mapToDouble(i -> -eigen.getEigenvalue(i).real)
            .sorted()
            .toArray();
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }

  private static int componentsFor(double share, double[] explained) {
    double sum = 0;
    int count = 0;
    while (sum < share) {
      sum += explained[count++];
    }
    return count;
  }
}
