package org.debye.simulation.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator.Simulated;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.NoiseModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixtureSimulatorTest {
  private static final RandomStreams STREAMS = RandomStreams.of(50);

  @Test
  void abundancesAverageToTheWeights() {
    MixingModel model = new MixingModel(4, 3, 2, 1.5, 0.1, 1, NoiseModel.STANDARD_DEVIATION);
    int n = 40_000;
    Mixture truth = MixtureSimulator.simulate(model, n, STREAMS.under(1)).truth();
    for (int k = 0; k < 4; k++) {
      double mean = 0;
      double square = 0;
      for (int i = 0; i < n; i++) {
        double part = truth.abundances()[i * 4 + k];
        mean += part / n;
        square += part * part / n;
      }
      double weight = truth.weights()[k];
      double variance = weight * (1 - weight) / (1 + 1.5);
      assertThat(mean).isCloseTo(weight, within(4 * Math.sqrt(variance / n)));
      assertThat((square - mean * mean) / variance).isBetween(0.95, 1.05);
    }
  }

  @ParameterizedTest
  @EnumSource(NoiseModel.class)
  void theNoiseHasTheCovarianceOfItsModel(NoiseModel noise) {
    // Nearly pure observations: the authors' covariance is then that of one endmember's factor.
    MixingModel model = new MixingModel(2, 3, 5, 1e-4, 0.3, 1, noise);
    int n = 60_000;
    Simulated simulated = MixtureSimulator.simulate(model, n, STREAMS.under(2));
    Mixture truth = simulated.truth();
    int first = 0;
    double[] moments = new double[9];
    for (int i = 0; i < n; i++) {
      if (truth.abundances()[2 * i] < 1 - 1e-9) {
        continue;
      }
      first++;
      double[] r = new double[3];
      for (int d = 0; d < 3; d++) {
        r[d] = simulated.observed().values()[3 * i + d] - truth.endmembers()[d];
      }
      for (int e = 0; e < 9; e++) {
        moments[e] += r[e / 3] * r[e % 3];
      }
    }
    assertThat(first).isGreaterThan(5000);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double size = deviation(noise, truth, a) * deviation(noise, truth, b);
        double correlation = 0;
        for (int m = 0; m < 3; m++) {
          correlation += truth.correlation()[3 * a + m] * truth.correlation()[3 * b + m];
        }
        assertThat(moments[3 * a + b] / first / size)
            .isCloseTo(correlation, within(5 * Math.sqrt(2.0 / first)));
      }
    }
  }

  private static double deviation(NoiseModel noise, Mixture truth, int d) {
    double scale = truth.scales()[d];
    return noise == NoiseModel.AUTHORS_CODE ? Math.sqrt(scale) : scale;
  }

  @Test
  void theAuthorsMixFactorsNotCovariances() {
    // Abundances near the weights: the factor is the weighted mean of the factors.
    MixingModel model = new MixingModel(2, 2, 50, 1e9, 0.01, 0.3, NoiseModel.AUTHORS_CODE);
    int n = 60_000;
    Simulated simulated = MixtureSimulator.simulate(model, n, STREAMS.under(3));
    Mixture truth = simulated.truth();
    double w = truth.weights()[0];
    double[] l = truth.correlation();
    double l21 = w * l[2] + (1 - w) * l[6];
    double l22 = w * l[3] + (1 - w) * l[7];
    double square = 0;
    for (int i = 0; i < n; i++) {
      double mean = w * truth.endmembers()[1] + (1 - w) * truth.endmembers()[3];
      double r = simulated.observed().values()[2 * i + 1] - mean;
      square += r * r / n;
    }
    double expected = truth.scales()[1] * (l21 * l21 + l22 * l22);
    assertThat(l21 * l21 + l22 * l22).as("the case tells the two apart").isLessThan(0.9);
    assertThat(square / expected).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
  }

  @Test
  void globalsComeFromTheirPriors() {
    MixingModel model = new MixingModel(3, 2, 1, 1, 0.2, 1, NoiseModel.STANDARD_DEVIATION);
    int datasets = 4000;
    double square = 0;
    double scale = 0;
    double largest = 0;
    for (int i = 0; i < datasets; i++) {
      Mixture truth = MixtureSimulator.simulate(model, 1, STREAMS.under("prior").under(i)).truth();
      square += Arrays.stream(truth.endmembers()).map(c -> c * c).sum() / (6.0 * datasets);
      scale += Arrays.stream(truth.scales()).sum() / (2.0 * datasets);
      largest = Math.max(largest, Arrays.stream(truth.scales()).max().orElseThrow());
      assertThat(Arrays.stream(truth.scales()).allMatch(s -> s > 0.1 && s < 0.3)).isTrue();
    }
    assertThat(square).isCloseTo(1, within(4 * Math.sqrt(2.0 / (6 * datasets))));
    assertThat(scale).isCloseTo(0.2, within(4 * 0.2 / Math.sqrt(12.0 * 2 * datasets)));
    assertThat(largest).isGreaterThan(0.299);
  }

  @Test
  void aSmallerDatasetIsTheStartOfALargerOne() {
    MixingModel model = new MixingModel(3, 2, 1, 0.1, 0.2, 1, NoiseModel.AUTHORS_CODE);
    Simulated small = MixtureSimulator.simulate(model, 10, STREAMS.under(4));
    Simulated large = MixtureSimulator.simulate(model, 25, STREAMS.under(4));
    assertThat(Arrays.copyOf(large.observed().values(), 20))
        .containsExactly(small.observed().values());
    assertThat(large.truth().endmembers()).containsExactly(small.truth().endmembers());
  }

  @Test
  void smallShapesGiveNoNaN() {
    MixingModel model = new MixingModel(5, 4, 0.01, 1e-4, 0.2, 1, NoiseModel.STANDARD_DEVIATION);
    for (int i = 0; i < 200; i++) {
      Simulated simulated = MixtureSimulator.simulate(model, 50, STREAMS.under("small").under(i));
      assertThat(simulated.truth().abundances()).doesNotContain(Double.NaN);
      assertThat(simulated.truth().weights()).doesNotContain(Double.NaN);
    }
  }
}
