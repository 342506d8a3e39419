package org.debye.evaluation.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PeakScoresTest {
  @Test
  void numbersAreRightOrOffBySoMany() {
    NumberScore score = NumberScore.of(new int[] {3, 4, 5, 9}, new int[] {3, 5, 3, 9});
    assertThat(score.accuracy()).isEqualTo(0.5);
    assertThat(score.meanOff()).isEqualTo(0.75);
    NumberScore both = score.plus(NumberScore.of(new int[] {1}, new int[] {1}));
    assertThat(both).isEqualTo(new NumberScore(5, 3, 3));
    assertThatThrownBy(() -> NumberScore.of(new int[1], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void positionsBeyondTheTruePeaksAreNotAskedFor() {
    PositionScore score = PositionScore.of(new double[] {10, 12}, new double[] {10.3, 11.6, 99});
    assertThat(score.peaks()).isEqualTo(2);
    assertThat(score.rms()).isCloseTo(Math.sqrt((0.09 + 0.16) / 2), within(1e-12));
    PositionScore more = score.plus(PositionScore.of(new double[] {1}, new double[] {1}));
    assertThat(more.rms()).isCloseTo(Math.sqrt(0.25 / 3), within(1e-12));
    assertThat(PositionScore.of(new double[0], new double[3])).isEqualTo(PositionScore.NONE);
  }

  @Test
  void overlapSaysWhatAccuracyHides() {
    boolean[] truth = {true, true, false, false, false, false, false, false};
    boolean[] half = {true, false, true, false, false, false, false, false};
    RegionScore score = RegionScore.of(truth, half);
    assertThat(score.accuracy()).isEqualTo(0.75);
    assertThat(score.overlap()).isCloseTo(1 / 3.0, within(1e-12));
    RegionScore never = RegionScore.of(truth, new boolean[8]);
    assertThat(never.accuracy()).isEqualTo(0.75);
    assertThat(never.overlap()).isZero();
    assertThat(RegionScore.of(new boolean[2], new boolean[2]).overlap()).isEqualTo(1);
    assertThat(score.plus(never)).isEqualTo(new RegionScore(16, 12, 1));
  }
}
