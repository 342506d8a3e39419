package org.debye.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Errors of fractions and scores of their intervals, by hand. */
final class FractionScoresTest {
  private static final double[] TRUTH = {0.2, 0.8, 1, 0};

  @Test
  void errorsOfEachClassAndOfAll() {
    FractionErrors errors = FractionErrors.of(2, new double[] {0.5, 0.5, 0.6, 0.4}, TRUTH);
    assertThat(errors.rootMeanSquare())
        .containsExactly(new double[] {Math.sqrt(0.125), Math.sqrt(0.125)}, within(1e-15));
    assertThat(errors.meanAbsolute()).containsExactly(new double[] {0.35, 0.35}, within(1e-15));
    FractionErrors uneven = FractionErrors.of(2, new double[] {0.2, 0.8, 1, 0.4}, TRUTH);
    assertThat(uneven.rootMeanSquare())
        .containsExactly(new double[] {0, Math.sqrt(0.08)}, within(1e-15));
    assertThat(uneven.pooledRootMeanSquare()).isCloseTo(0.2, within(1e-15));
    assertThat(uneven.pooledMeanAbsolute()).isCloseTo(0.1, within(1e-15));
    assertThatThrownBy(() -> FractionErrors.of(2, new double[2], TRUTH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void intervalsHoldWithTheirEnds() {
    IntervalScores scores =
        IntervalScores.of(
            2, TRUTH, new double[] {0.2, 0, 0.5, 0.1}, new double[] {0.3, 0.7, 1, 0.2});
    assertThat(scores.held()).containsExactly(2, 0);
    assertThat(scores.coverage(0)).isEqualTo(1);
    assertThat(scores.coverage(1)).isZero();
    assertThat(scores.pooledCoverage()).isEqualTo(0.5);
    assertThat(scores.width()).containsExactly(new double[] {0.3, 0.4}, within(1e-15));
    assertThat(scores.pooledWidth()).isCloseTo(0.35, within(1e-15));
  }
}
