package org.debye.evaluation.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemperatureScalingTest {

  /** Classes are drawn with true probabilities, and a model's are these to the power of T. */
  private static ClassProbabilities drawn(int count, int classes, double temperature, long seed) {
    RandomStream random = RandomStreams.of(seed).at("probabilities");
    int[] truth = new int[count];
    double[] values = new double[count * classes];
    for (int i = 0; i < count; i++) {
      double[] logits = new double[classes];
      double[] own = new double[classes];
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        logits[k] = 2 * random.nextGaussian();
        own[k] = Math.exp(logits[k]);
        sum += own[k];
      }
      double place = random.nextDouble() * sum;
      while (place > own[truth[i]] && truth[i] < classes - 1) {
        place -= own[truth[i]++];
      }
      double all = 0;
      for (int k = 0; k < classes; k++) {
        values[i * classes + k] = Math.exp(temperature * logits[k]);
        all += values[i * classes + k];
      }
      for (int k = 0; k < classes; k++) {
        values[i * classes + k] /= all;
      }
    }
    return new ClassProbabilities(classes, truth, values);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1, 3})
  void theTemperatureByWhichAModelIsTooSureIsFound(double temperature) {
    for (int classes : new int[] {2, 3, 6}) {
      ClassProbabilities seen = drawn(20_000, classes, temperature, classes);
      TemperatureScaling scaling = TemperatureScaling.fit(seen);
      assertThat(scaling.temperature()).isCloseTo(temperature, within(0.06 * temperature));
      ClassProbabilities other = drawn(20_000, classes, temperature, 100 + classes).scaled(scaling);
      assertThat(ProbabilityScores.of(other).calibrationError()).isLessThan(0.015);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 50})
  void noOtherTemperatureHasALowerLogLoss(int hundreds) {
    ClassProbabilities seen = drawn(100 * hundreds, 3, 2.2, hundreds);
    TemperatureScaling best = TemperatureScaling.fit(seen);
    double loss = ProbabilityScores.of(seen.scaled(best)).logLoss();
    for (double times : new double[] {0.8, 1.25}) {
      TemperatureScaling other = new TemperatureScaling(times * best.temperature());
      assertThat(ProbabilityScores.of(seen.scaled(other)).logLoss()).isGreaterThan(loss);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 300})
  void aModelWithoutMistakesIsNotTakenForCertain(int count) {
    double[] values = new double[2 * count];
    int[] truth = new int[count];
    for (int i = 0; i < count; i++) {
      truth[i] = i % 2;
      values[2 * i + truth[i]] = 0.9;
      values[2 * i + 1 - truth[i]] = 0.1;
    }
    double[] said =
        TemperatureScaling.fit(new ClassProbabilities(2, truth, values))
            .of(new double[] {0.9, 0.1});
    assertThat(said[0]).isCloseTo((count + 1.0) / (count + 2.0), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 50})
  void whatIsScaledIsADistributionWithTheSameLikeliestClass(double temperature) {
    TemperatureScaling scaling = new TemperatureScaling(temperature);
    for (double[] row : new double[][] {{0, 1, 0}, {0.2, 0.5, 0.3}, {1e-320, 0.5, 0.5}}) {
      double[] said = scaling.of(row);
      assertThat(said[0] + said[1] + said[2]).isCloseTo(1, within(1e-12));
      assertThat(said[1]).isGreaterThanOrEqualTo(Math.max(said[0], said[2]));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 29})
  void fewSpectraAreRefused(int count) {
    assertThatThrownBy(() -> TemperatureScaling.fit(drawn(count, 2, 1, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(count + " validation spectra, fewer than 30");
  }
}
