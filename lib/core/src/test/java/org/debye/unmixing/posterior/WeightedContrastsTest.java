package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.debye.inference.transform.Logits;
import org.debye.inference.transform.SimplexTransform;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WeightedContrastsTest {
  private static final double STEP = 1e-6;

  private static double[] weights(double[] logits, int count) {
    double[] weights = new double[count];
    new SimplexTransform(count, Logits.PLAIN).constrain(logits, 0, weights, 0);
    return weights;
  }

  private static double[] logits(int count) {
    RandomStream random = RandomStreams.of(5).at(count);
    double[] logits = new double[count - 1];
    for (int j = 0; j < logits.length; j++) {
      logits[j] = 1.5 * random.nextGaussian();
    }
    return logits;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void areOrthonormalUnderTheWeights(int count) {
    double[] weights = weights(logits(count), count);
    WeightedContrasts contrasts = new WeightedContrasts(count);
    contrasts.take(weights);
    for (int j = 0; j < count - 1; j++) {
      double mean = 0;
      for (int k = 0; k < count; k++) {
        mean += weights[k] * contrasts.of(j, k);
      }
      assertThat(mean).isCloseTo(0, within(1e-12));
      for (int l = 0; l <= j; l++) {
        double product = 0;
        for (int k = 0; k < count; k++) {
          product += weights[k] * contrasts.of(j, k) * contrasts.of(l, k);
        }
        assertThat(product).isCloseTo(j == l ? 1 : 0, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void slopesAreThoseOfDifferences(int count) {
    double[] logits = logits(count);
    RandomStream random = RandomStreams.of(6).at(count);
    double[] byWeight = new double[count];
    double[] byRow = new double[(count - 1) * count];
    for (int k = 0; k < count; k++) {
      byWeight[k] = random.nextGaussian();
    }
    for (int at = 0; at < byRow.length; at++) {
      byRow[at] = random.nextGaussian();
    }
    WeightedContrasts contrasts = new WeightedContrasts(count);
    for (int j = 0; j < count - 1; j++) {
      double[] rise = new double[2];
      double[] rise2 = new double[2];
      for (int side = 0; side < 2; side++) {
        double[] moved = logits.clone();
        moved[j] += side == 0 ? -STEP : STEP;
        contrasts.take(weights(moved, count));
        rise2[side] = contrasts.logProduct();
        for (int k = 0; k < count; k++) {
          rise[side] += byWeight[k] * contrasts.weight(k);
          for (int row = 0; row < count - 1; row++) {
            rise[side] += byRow[row * count + k] * contrasts.of(row, k);
          }
        }
      }
      contrasts.take(weights(logits, count));
      double slope = contrasts.slope(j, byWeight, byRow);
      assertThat(slope).isCloseTo((rise[1] - rise[0]) / (2 * STEP), within(1e-6));
      assertThat(contrasts.slopeOfLogProduct(j))
          .isCloseTo((rise2[1] - rise2[0]) / (2 * STEP), within(1e-6));
    }
  }
}
