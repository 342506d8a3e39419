package org.debye.jobs.study.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class MeanRatioTest {
  @Test
  void proportionalQuantitiesHaveOneRatio() {
    MeanRatio ratio = MeanRatio.of(new double[] {1, 2, 3.5}, new double[] {2, 4, 7});
    assertThat(ratio.value()).isEqualTo(0.5);
    assertThat(ratio.low()).isEqualTo(0.5);
    assertThat(ratio.high()).isEqualTo(0.5);
  }

  @Test
  void datasetsWithoutOneOfTheTwoAreLeftOut() {
    MeanRatio ratio =
        MeanRatio.of(new double[] {1, Double.NaN, 9, 3}, new double[] {2, 100, Double.NaN, 2});
    assertThat(ratio.value()).isEqualTo(1);
  }

  /** Of 400 independent pairs the ratio is nearly normal: its variance by the delta method. */
  @Test
  void intervalIsThatOfTheDeltaMethod() {
    RandomStream random = RandomStreams.of(5).at("pairs");
    int n = 400;
    double[] one = new double[n];
    double[] other = new double[n];
    Arrays.setAll(one, i -> random.nextGamma(2));
    Arrays.setAll(other, i -> random.nextGamma(4));
    MeanRatio ratio = MeanRatio.of(one, other);
    double[] rest = new double[n];
    Arrays.setAll(rest, i -> (one[i] - ratio.value() * other[i]) / MixtureTables.mean(other));
    double error = Math.sqrt(Arrays.stream(rest).map(x -> x * x).sum()) / n;
    assertThat(ratio.low()).isCloseTo(ratio.value() - 1.645 * error, within(0.2 * error));
    assertThat(ratio.high()).isCloseTo(ratio.value() + 1.645 * error, within(0.2 * error));
  }

  @Test
  void withoutDatasetsThereIsNoRatio() {
    assertThat(MeanRatio.of(new double[0], new double[0]).value()).isNaN();
  }
}
