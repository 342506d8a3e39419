package org.debye.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.debye.classification.augmentation.NoisyCopies;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/** Copies that are made as they are read, and always alike. */
final class CopiedSpectraTest {
  private static final int POINTS = 200;
  private static final double AMPLITUDE = 0.25;
  private static final RandomStreams STREAMS = RandomStreams.of(5).under("copies");

  @Test
  void everyRecordIsFollowedByItsCopies() {
    CopiedSpectra copied = copied(2, 10, 11, 12);
    assertThat(copied.size()).isEqualTo(9);
    assertThat(copied.each()).isEqualTo(3);
    assertThat(copied.points()).isEqualTo(POINTS);
    for (int record = 0; record < 3; record++) {
      float[] itself = read(copied, 3 * record);
      assertThat(itself).containsExactly(spectrum(record));
      double sum = 0;
      for (int copy = 1; copy < 3; copy++) {
        float[] noisy = read(copied, 3 * record + copy);
        for (int p = 0; p < POINTS; p++) {
          assertThat(noisy[p] - itself[p]).isBetween(0f, (float) AMPLITUDE);
          sum += noisy[p] - itself[p];
        }
      }
      // The mean of 400 uniform numbers is within 5 standard errors of half the amplitude.
      double error = AMPLITUDE / Math.sqrt(12 * 2 * POINTS);
      assertThat(sum / (2 * POINTS))
          .isBetween(AMPLITUDE / 2 - 5 * error, AMPLITUDE / 2 + 5 * error);
    }
  }

  @Test
  void noiseBelongsToTheIdAndNotToThePlace() {
    CopiedSpectra forth = copied(2, 10, 11, 12);
    assertThat(read(forth, 4)).containsExactly(read(forth, 4));
    assertThat(read(forth, 5)).isNotEqualTo(read(forth, 4));
    CopiedSpectra more = copied(4, 7, 11, 10);
    assertThat(read(more, 5 + 1)).containsExactly(read(forth, 3 + 1));
    assertThat(read(more, 5 + 2)).containsExactly(read(forth, 3 + 2));
    assertThat(noise(read(more, 1), 0)).isNotEqualTo(noise(read(forth, 1), 0));
  }

  @Test
  void withoutCopiesThereAreTheRecordsAlone() {
    CopiedSpectra plain = copied(0, 10, 11, 12);
    assertThat(plain.size()).isEqualTo(3);
    assertThat(read(plain, 2)).containsExactly(spectrum(2));
    assertThatThrownBy(() -> copied(0, 10, 11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 ids of 3 spectra");
  }

  private static float[] noise(float[] copy, int record) {
    float[] noise = copy.clone();
    for (int p = 0; p < POINTS; p++) {
      noise[p] -= spectrum(record)[p];
    }
    return noise;
  }

  private static float[] read(CopiedSpectra spectra, int number) {
    float[] into = new float[POINTS + 2];
    spectra.read(number, into, 1);
    assertThat(into[0]).isZero();
    assertThat(into[POINTS + 1]).isZero();
    return java.util.Arrays.copyOfRange(into, 1, POINTS + 1);
  }

  private static CopiedSpectra copied(int copies, long... ids) {
    HeldSpectra held = new HeldSpectra(POINTS);
    for (int record = 0; record < 3; record++) {
      held.add(spectrum(record));
    }
    return new CopiedSpectra(held, ids, new NoisyCopies(copies, AMPLITUDE), STREAMS);
  }

  private static float[] spectrum(int record) {
    float[] spectrum = new float[POINTS];
    for (int p = 0; p < POINTS; p++) {
      spectrum[p] = record == 1 ? p : record - 0.5f * p;
    }
    return spectrum;
  }
}
