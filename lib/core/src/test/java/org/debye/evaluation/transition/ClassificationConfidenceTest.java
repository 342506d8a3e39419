package org.debye.evaluation.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equation 3.1 of the thesis, its example and its numbers. */
final class ClassificationConfidenceTest {

  private static int[] labels(String digits) {
    return digits.replace(" ", "").chars().map(c -> c - '0').toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "00000000 00101001 11111111, 5, 24", // Fig 3.6: from the first 1 to the last 0
    "00001111, 0, 8",
    "11110000, 0, 8",
    "0000, 4, 4",
    "00110011, 4, 8",
    "001100, 2, 6",
    "01, 0, 2",
    "0001122, 0, 7",
    "00010112122, 4, 11",
    "0102120212, 8, 10"
  })
  void framesBetweenThePureRuns(String digits, int ambiguous, int frames) {
    ClassificationConfidence confidence = ClassificationConfidence.of(labels(digits));
    assertThat(confidence.ambiguous()).isEqualTo(ambiguous);
    assertThat(confidence.frames()).isEqualTo(frames);
  }

  @Test
  void fourOf349FramesGiveTheThesissNumber() {
    int[] labels = new int[349];
    Arrays.fill(labels, 180, 349, 1);
    labels[176] = 1; // 176 to 179 are between the runs
    assertThat(ClassificationConfidence.of(labels).ambiguous()).isEqualTo(4);
    assertThat(ClassificationConfidence.of(labels).value()).isCloseTo(0.98854, within(5e-6));
  }

  @Test
  void oneClassHasNoConfidenceAndNoBoundary() {
    assertThat(ClassificationConfidence.of(new int[7]).value()).isZero();
    assertThat(TransitionBoundary.of(new int[7])).isEmpty();
  }

  @Test
  void aClearBoundaryIsTheFirstFrameOfTheNextClass() {
    assertThat(TransitionBoundary.of(labels("3330000")))
        .containsExactly(new TransitionBoundary(3, 0, 3, 3, 3));
  }

  @Test
  void anUnclearBoundaryIsWhereFewestFramesContradictIt() {
    List<TransitionBoundary> found = TransitionBoundary.of(labels("0000 0100 1011 1111"));
    assertThat(found).containsExactly(new TransitionBoundary(0, 1, 9, 5, 10));
    assertThat(found.get(0).zone()).isEqualTo(5);
  }

  @Test
  void severalClassesHaveOneBoundaryLess() {
    assertThat(TransitionBoundary.of(labels("5552227777")))
        .containsExactly(
            new TransitionBoundary(5, 2, 3, 3, 3), new TransitionBoundary(2, 7, 6, 6, 6));
  }
}
