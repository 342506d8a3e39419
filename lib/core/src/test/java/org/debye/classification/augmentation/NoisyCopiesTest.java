package org.debye.classification.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class NoisyCopiesTest {
  private static final int POINTS = 400;
  private static final RandomStreams STREAMS = RandomStreams.of(12345);

  @Test
  void thirtyOneSpectraBecome1581AndKeepTheirLabels() {
    LabelledSpectra all = copies(31, IntStream.range(0, 31).toArray());
    assertThat(all.count()).isEqualTo(1581);
    for (int i = 0; i < all.count(); i++) {
      assertThat(all.labels().values()[i]).isEqualTo(i / 51 % 2);
    }
  }

  @Test
  void noiseIsUniformBelowASixthAndTheFirstIsTheSpectrumItself() {
    LabelledSpectra all = copies(2, new int[] {0, 1});
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 51; i++) {
      for (int p = 0; p < POINTS; p++) {
        double noise = all.intensities()[i * POINTS + p] - p;
        assertThat(noise).isGreaterThanOrEqualTo(0).isLessThan(1 / 6.0 + 1e-4);
        if (i == 0) {
          assertThat(noise).isZero();
        } else {
          sum += noise;
          squares += noise * noise;
        }
      }
    }
    double mean = sum / (50 * POINTS);
    assertThat(mean).isCloseTo(1 / 12.0, within(0.0015)); // 4.4 standard errors
    double variance = squares / (50 * POINTS) - mean * mean;
    assertThat(variance).isCloseTo(1 / 432.0, within(0.00007));
  }

  @Test
  void aCopyDependsOnItsRecordAndNotOnItsNeighbours() {
    LabelledSpectra three = copies(3, new int[] {4, 9, 2});
    LabelledSpectra turned = copies(3, new int[] {2, 9, 4});
    int block = 51 * POINTS;
    assertThat(Arrays.copyOfRange(turned.intensities(), 2 * block, 3 * block))
        .containsExactly(Arrays.copyOf(three.intensities(), block));
    assertThat(Arrays.copyOfRange(turned.intensities(), block, 2 * block))
        .isNotEqualTo(Arrays.copyOf(three.intensities(), block));
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> new NoisyCopies(-1, 0.1)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new NoisyCopies(1, Double.NaN)).isInstanceOf(InputException.class);
  }

  private static LabelledSpectra copies(int count, int[] frames) {
    float[] values = new float[count * POINTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % POINTS;
    }
    int[] labels = IntStream.range(0, count).map(i -> i % 2).toArray();
    LabelledSpectra spectra =
        new LabelledSpectra(POINTS, values, new ClassLabels(List.of("before", "after"), labels));
    return NoisyCopies.THESIS.of(spectra, Collections.nCopies(count, "ramp"), frames, STREAMS);
  }
}
