package org.debye.classification.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DecisionForestTest {
  // tree 0: x1 <= 0.5 ? (0.9, 0.1) : (0.2, 0.8); tree 1: a leaf of (0.4, 0.6)
  private static final double[] SHARES = {0, 0, 0.9, 0.1, 0.2, 0.8, 0.4, 0.6};

  @Test
  void probabilitiesAreTheMeanOfTheLeaves() {
    double[] found = forest(2).probabilities(new float[] {9, 0.5f, 9, 0.6f});
    assertThat(found).containsExactly(new double[] {0.65, 0.35, 0.3, 0.7}, within(1e-12));
    assertThat(forest(2).labels(new float[] {9, 0.5f, 9, 0.6f})).containsExactly(0, 1);
  }

  @Test
  void nodesThatLeadBackAreNoForest() {
    assertThatThrownBy(() -> forest(0)).hasMessage("the nodes make no forest");
    assertThatThrownBy(() -> forest(4)).hasMessage("the nodes make no forest");
  }

  private static DecisionForest forest(int right) {
    return new DecisionForest(
        2,
        2,
        new int[] {0, 3},
        new int[] {1, -1, -1, -1},
        new double[] {0.5, 0, 0, 0},
        new int[] {1, 0, 0, 0},
        new int[] {right, 0, 0, 0},
        SHARES);
  }
}
