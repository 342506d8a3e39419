package org.debye.spectra.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The answer is that of comparing each spectrum with all kept ones before it. */
class DuplicateRemovalTest {
  private static final double THRESHOLD = 0.015;

  /** The definition, without a bound. */
  private static int[] comparingAll(float[] spectra, int points, double threshold) {
    int[] answers = new int[spectra.length / points];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = DuplicateRemoval.KEPT;
      for (int j = 0; j < i && answers[i] == DuplicateRemoval.KEPT; j++) {
        double distance =
            DuplicateRemoval.distance(spectra, j * points, spectra, i * points, points);
        if (answers[j] == DuplicateRemoval.KEPT && distance < threshold) {
          answers[i] = j;
        }
      }
    }
    return answers;
  }

  private static int[] assertSame(float[] spectra, int points, double threshold) {
    int[] found = DuplicateRemoval.of(spectra, points, threshold);
    assertThat(found).isEqualTo(comparingAll(spectra, points, threshold));
    return found;
  }

  @RepeatedTest(12)
  void agreesWithAllPairsOnFamiliesOfSpectra(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    RandomStream random = RandomStreams.of(seed).at("families");
    int points = seed % 3 == 0 ? 37 : 100;
    int count = 1200;
    float[] spectra = new float[count * points];
    for (int i = 0; i < count; i++) {
      // members of 60 families, from nearly equal to twice the threshold apart
      RandomStream family = RandomStreams.of(seed).at("family", random.nextInt(60));
      double shift = 4 * family.nextDouble() + 0.6 * random.nextDouble();
      double height = family.nextDouble() + 0.03 * random.nextGaussian();
      double noise = 0.02 * random.nextDouble();
      for (int p = 0; p < points; p++) {
        double x = 50.0 * p / points - 10 - shift;
        double step = 0.5 + Math.atan(x) / Math.PI;
        double line = height * Math.exp(-0.1 * (x - 5) * (x - 5));
        spectra[i * points + p] = (float) (step + line + noise * random.nextGaussian());
      }
    }
    int[] found = assertSame(spectra, points, THRESHOLD);
    long kept = Arrays.stream(found).filter(answer -> answer == DuplicateRemoval.KEPT).count();
    assertThat(kept).as("seed %d tests both answers", seed).isBetween(60L, count - 60L);
  }

  @RepeatedTest(6)
  void agreesWhereDistancesAreAboutTheThreshold(RepetitionInfo repetition) {
    RandomStream random = RandomStreams.of(repetition.getCurrentRepetition()).at("about");
    int points = 64;
    float[] spectra = new float[400 * points];
    for (int i = 0; i < spectra.length; i++) {
      // signs alone: all distances are multiples of 1/64 of 2 * 0.0075
      spectra[i] = random.nextInt(8) == 0 ? 0.06f : 0;
    }
    assertSame(spectra, points, THRESHOLD);
    assertSame(spectra, points, 2 * 0.06f * 7 / 64.0);
  }

  @Test
  void aChainLosesEverySecondLink() {
    int points = 10;
    float[] spectra = new float[101 * points];
    for (int i = 0; i < 101; i++) {
      Arrays.fill(spectra, i * points, (i + 1) * points, i * 0.01f);
    }
    int[] found = assertSame(spectra, points, THRESHOLD);
    for (int i = 0; i < 101; i++) {
      assertThat(found[i]).isEqualTo(i % 2 == 0 ? DuplicateRemoval.KEPT : i - 1);
    }
  }

  @Test
  void equalSpectraKeepTheFirst() {
    float[] spectra = new float[300 * 20];
    Arrays.fill(spectra, 0.7f);
    int[] found = assertSame(spectra, 20, THRESHOLD);
    assertThat(found[0]).isEqualTo(DuplicateRemoval.KEPT);
    assertThat(Arrays.stream(found).skip(1)).containsOnly(0);
  }

  @Test
  void theThresholdItselfIsFarEnough() {
    float[] spectra = {0, 0, 0, 0, 0.5f, 0.5f, 0.5f, 0.5f};
    assertThat(DuplicateRemoval.of(spectra, 4, 0.5)).containsOnly(DuplicateRemoval.KEPT);
    assertThat(DuplicateRemoval.of(spectra, 4, Math.nextUp(0.5)))
        .containsExactly(DuplicateRemoval.KEPT, 0);
  }

  @Test
  void agreesWhereNoProjectionTellsSpectraApart() {
    // differences that vanish in the sum of every block, of all signs and pieces
    RandomStream random = RandomStreams.of(5).at("balanced");
    int points = 100;
    float[] spectra = new float[300 * points];
    for (int i = 0; i < 300; i++) {
      for (int p = 0; p < points; p += 2) {
        float off = (random.nextInt(3) - 1) * 0.03125f;
        spectra[i * points + p] = 0.5f + off;
        spectra[i * points + p + 1] = 0.5f - off;
      }
    }
    assertSame(spectra, points, THRESHOLD);
    int[] found = assertSame(spectra, points, 0.026);
    assertThat(Arrays.stream(found).filter(answer -> answer >= 0).count()).isPositive();
  }

  @Test
  void worksFarFromZeroAndWithFewPoints() {
    RandomStream random = RandomStreams.of(6).at("far");
    float[] spectra = new float[900];
    for (int i = 0; i < spectra.length; i++) {
      spectra[i] = (float) (-700 + random.nextDouble() * 0.5);
    }
    assertSame(spectra, 1, 0.001);
    assertSame(spectra, 2, 0.03);
    assertSame(spectra, 3, 0.06);
  }

  @Test
  void theSampleHasNoPartInTheAnswer() {
    RandomStream random = RandomStreams.of(7).at("sample");
    int points = 50;
    float[] spectra = new float[500 * points];
    for (int i = 0; i < 500; i++) {
      double level = 0.2 * random.nextDouble();
      for (int p = 0; p < points; p++) {
        spectra[i * points + p] = (float) (level + 0.005 * random.nextGaussian());
      }
    }
    float[] other = new float[10 * points];
    for (int i = 0; i < other.length; i++) {
      other[i] = (float) random.nextGaussian();
    }
    DuplicateRemoval removal = DuplicateRemoval.like(points, THRESHOLD, other);
    int[] found = new int[500];
    for (int i = 0; i < 500; i++) {
      found[i] = removal.add(spectra, i * points);
    }
    assertThat(found).isEqualTo(comparingAll(spectra, points, THRESHOLD));
    assertThat(removal.size())
        .isEqualTo((int) Arrays.stream(found).filter(answer -> answer < 0).count());
  }

  @Test
  void refusesValuesThatNoBoundHoldsFor() {
    DuplicateRemoval removal = DuplicateRemoval.like(2, THRESHOLD, new float[4]);
    assertThatThrownBy(() -> removal.add(new float[] {1, Float.NaN}, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> removal.add(new float[] {1e8f, 0}, 0))
        .hasMessageContaining("has values up to 1.0E8 for a threshold of 0.015");
  }
}
