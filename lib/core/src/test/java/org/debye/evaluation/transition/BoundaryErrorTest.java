package org.debye.evaluation.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Boundaries of answers beside those of labels. */
final class BoundaryErrorTest {

  @Test
  void boundariesAreAsFarOffAsTheirFramesAre() {
    int[] labels = series(10, 4, 6);
    assertThat(BoundaryError.of(labels, labels)).isEqualTo(new BoundaryError(0, 0));
    assertThat(BoundaryError.of(labels, series(12, 4, 4))).isEqualTo(new BoundaryError(2, 0));
    assertThat(BoundaryError.of(labels, series(7, 8, 5))).isEqualTo(new BoundaryError(2, 0));
  }

  @Test
  void aClassThatNobodyFindsIsAMissedBoundaryAndNoZero() {
    int[] labels = series(10, 4, 6);
    BoundaryError error = BoundaryError.of(labels, series(12, 0, 8));
    assertThat(error.missed()).isEqualTo(2);
    assertThat(error.frames()).isNaN();
    int[] one = new int[20];
    assertThat(BoundaryError.of(one, labels)).isEqualTo(new BoundaryError(Double.NaN, 0));
  }

  private static int[] series(int before, int during, int after) {
    int[] series = new int[before + during + after];
    Arrays.fill(series, before, before + during, 1);
    Arrays.fill(series, before + during, series.length, 2);
    return series;
  }
}
