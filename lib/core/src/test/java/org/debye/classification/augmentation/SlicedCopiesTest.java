package org.debye.classification.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class SlicedCopiesTest {
  private static final int POINTS = 1000;
  private static final RandomStreams STREAMS = RandomStreams.of(6);

  @Test
  void copiesAreStretchesOfTheLengthsOfTheThesis() {
    for (int copy = 1; copy <= 20; copy++) {
      // Of a straight line a slice is a line, whose ends say which stretch it was.
      float[] line = copy(copy, 7);
      double first = line[1];
      double last = line[POINTS];
      double share = 0.85 + 0.11 * (copy - 1) / 19;
      assertThat(Math.round(last - first) + 1).isEqualTo((long) Math.ceil(share * POINTS - 1e-9));
      assertThat(first).isGreaterThanOrEqualTo(0);
      assertThat(last).isLessThanOrEqualTo(POINTS - 1.0);
      for (int p = 0; p < POINTS; p++) {
        assertThat((double) line[1 + p])
            .isCloseTo(
                first + (last - first) * p / (POINTS - 1),
                org.assertj.core.api.Assertions.within(1e-3));
      }
      assertThat(line[0]).isEqualTo(-1);
      assertThat(line[POINTS + 1]).isEqualTo(-1);
    }
  }

  @Test
  void whereASliceBeginsIsDrawnForEachRecord() {
    assertThat(copy(3, 7)).containsExactly(copy(3, 7));
    assertThat(copy(3, 7)).isNotEqualTo(copy(3, 8));
  }

  @Test
  void impossibleSharesAreRefused() {
    assertThatThrownBy(() -> new SlicedCopies(20, 0.96, 0.85))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("20 slices of shares from 0.96 to 0.85");
    assertThatThrownBy(() -> new SlicedCopies(-1, 0.8, 0.9)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new SlicedCopies(1, 0.8, 1.1)).isInstanceOf(InputException.class);
  }

  private static float[] copy(int copy, int record) {
    float[] spectrum = new float[POINTS + 2];
    spectrum[0] = -1;
    spectrum[POINTS + 1] = -1;
    for (int p = 0; p < POINTS; p++) {
      spectrum[1 + p] = p;
    }
    SlicedCopies copies = SlicedCopies.THESIS;
    copies.change(spectrum, 1, POINTS, copy, STREAMS.at(copies.stream(), record, copy));
    return spectrum;
  }
}
