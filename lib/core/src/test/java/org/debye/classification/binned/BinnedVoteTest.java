package org.debye.classification.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BinnedVoteTest {

  @Test
  void believabilityIsTheThesissFormula() {
    assertThat(Believability.weight(1)).isCloseTo(1, within(1e-15));
    assertThat(Believability.weight(0.9)).isCloseTo(0.727597, within(1e-12));
    assertThat(Believability.weight(0.55)).isZero();
    assertThat(Believability.weight(0.551)).isPositive();
    assertThat(Believability.weight(0)).isZero();
    assertThat(Believability.weights(new double[] {1, 0.5}))
        .containsExactly(new double[] {1, 0}, within(1e-15));
    assertThatThrownBy(() -> Believability.weight(1.01)).hasMessage("an accuracy of 1.01");
    assertThatThrownBy(() -> Believability.weight(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void abelievedBinOutvotesThoseThatAreNot() {
    BinnedVote vote = new BinnedVote(Believability.weights(new double[] {0.5, 1, 0.6}));
    int[] predicted = {0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0};
    double low = 1.4337 * 0.36 - 0.4337;
    assertThat(vote.votes(2, predicted))
        .containsExactly(new double[] {1 + 4 * low, 3}, within(1e-12));
    assertThat(vote.label(2, predicted)).isEqualTo(1);
    assertThat(new BinnedVote(new double[] {1, 1, 1}).label(2, predicted)).isZero();
  }

  @Test
  void pointsBeyondTheLastWholeBinDoNotVote() {
    int[] predicted = new int[4023];
    Arrays.fill(predicted, 4020, 4023, 1);
    double[] weights = new double[15];
    Arrays.fill(weights, 1);
    BinnedVote vote = new BinnedVote(weights);
    assertThat(vote.pointsPerBin(4023)).isEqualTo(268);
    assertThat(vote.votes(2, predicted)).containsExactly(4020, 0);
  }

  @Test
  void whereNoBinIsBelievedTheSharesAreEven() {
    BinnedVote vote = new BinnedVote(new double[] {0, 0});
    assertThat(vote.shares(2, new int[] {1, 1, 1, 0})).containsExactly(0.5, 0.5);
    assertThat(new BinnedVote(new double[] {0, 1}).shares(2, new int[] {1, 1, 1, 0}))
        .containsExactly(0.5, 0.5);
    assertThat(new BinnedVote(new double[] {1, 1}).shares(2, new int[] {1, 1, 1, 0}))
        .containsExactly(0.25, 0.75);
  }

  @Test
  void impossibleBinsAreRefused() {
    assertThatThrownBy(() -> new BinnedVote(new double[0])).hasMessage("no bin");
    assertThatThrownBy(() -> new BinnedVote(new double[] {-1})).hasMessageContaining("weight");
    assertThatThrownBy(() -> new BinnedVote(new double[5]).label(2, new int[4]))
        .hasMessage("4 points in 5 bins");
  }
}
