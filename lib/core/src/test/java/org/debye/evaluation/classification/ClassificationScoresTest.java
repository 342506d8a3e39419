package org.debye.evaluation.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.debye.failure.InputException;
import org.debye.fixtures.GoldenValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassificationScoresTest {
  private static final GoldenValues GOLDEN = GoldenValues.of("class_scores.txt");
  private static final Offset<Double> EXACT = within(1e-13);

  @ParameterizedTest
  @CsvSource({"two, 2", "four, 4", "absent, 4"})
  void classScoresAreScikitLearns(String name, int classes) {
    ConfusionMatrix matrix = predictions(name, classes).confusion();
    int[] counts = GOLDEN.ints(name + "_confusion");
    for (int i = 0; i < counts.length; i++) {
      assertThat(matrix.count(i / classes, i % classes)).isEqualTo(counts[i]);
    }
    assertThat(matrix.accuracy()).isCloseTo(GOLDEN.doubles(name + "_accuracy")[0], EXACT);
    ClassScores scores = matrix.scores();
    assertThat(scores.precision()).containsExactly(GOLDEN.doubles(name + "_precision"), EXACT);
    assertThat(scores.recall()).containsExactly(GOLDEN.doubles(name + "_recall"), EXACT);
    assertThat(scores.f1()).containsExactly(GOLDEN.doubles(name + "_f1"), EXACT);
    assertThat(Arrays.stream(scores.support()).asDoubleStream().toArray())
        .containsExactly(GOLDEN.doubles(name + "_support"));
    assertMean(scores.macro(), GOLDEN.doubles(name + "_macro"));
    assertMean(scores.weighted(), GOLDEN.doubles(name + "_weighted"));
  }

  private static void assertMean(ClassScores.ClassMean mean, double[] wanted) {
    assertThat(new double[] {mean.precision(), mean.recall(), mean.f1()})
        .containsExactly(wanted, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"two, 2", "four, 4", "absent, 4"})
  void probabilityScoresAreTheReferences(String name, int classes) {
    ProbabilityScores scores = ProbabilityScores.of(predictions(name, classes));
    assertThat(scores.logLoss()).isCloseTo(GOLDEN.doubles(name + "_log_loss")[0], within(1e-12));
    assertThat(scores.brier()).isCloseTo(GOLDEN.doubles(name + "_brier")[0], EXACT);
    assertThat(scores.calibrationError())
        .isCloseTo(GOLDEN.doubles(name + "_calibration_error")[0], EXACT);
    assertThat(scores.entropy()).isCloseTo(GOLDEN.doubles(name + "_entropy")[0], EXACT);
  }

  @ParameterizedTest
  @CsvSource({"two, 2", "four, 4", "absent, 4"})
  void theAbstentionCurveHasTheAccuracyOfEveryThreshold(String name, int classes) {
    AbstentionCurve curve = AbstentionCurve.of(predictions(name, classes));
    assertThat(curve.thresholds()).containsExactly(GOLDEN.doubles(name + "_thresholds"));
    assertThat(curve.coverage()).containsExactly(GOLDEN.doubles(name + "_coverage"), EXACT);
    assertThat(curve.accuracy()).containsExactly(GOLDEN.doubles(name + "_accuracies"), EXACT);
  }

  @Test
  void theRiskAreaWeighsEachThresholdByWhatItAnswers() {
    ClassProbabilities some =
        new ClassProbabilities(
            2, new int[] {0, 0, 0, 1}, new double[] {0.9, 0.1, 0.3, 0.7, 0.8, 0.2, 0.4, 0.6});
    AbstentionCurve curve = AbstentionCurve.of(some);
    assertThat(curve.accuracy()).containsExactly(new double[] {1, 1, 2 / 3.0, 0.75}, EXACT);
    assertThat(curve.riskArea()).isCloseTo(0.25 * (1 / 3.0 + 0.25), EXACT);
    assertThat(curve.coverageAt(1)).isEqualTo(0.5);
    assertThat(curve.coverageAt(0.7)).isEqualTo(1);
    assertThat(AbstentionCurve.of(wrong()).coverageAt(0.5)).isZero();
  }

  private static ClassProbabilities wrong() {
    return new ClassProbabilities(2, new int[] {1}, new double[] {0.8, 0.2});
  }

  @Test
  void mergedMatricesCountWhatOneCounts() {
    ClassProbabilities all = predictions("four", 4);
    ConfusionMatrix left = ConfusionMatrix.of(4);
    ConfusionMatrix right = ConfusionMatrix.of(4);
    for (int i = 0; i < all.count(); i++) {
      (i % 3 == 0 ? left : right).add(all.truth()[i], all.label(i));
    }
    right.merge(left);
    for (int i = 0; i < 16; i++) {
      assertThat(right.count(i / 4, i % 4)).isEqualTo(all.confusion().count(i / 4, i % 4));
    }
    assertThatThrownBy(() -> right.merge(ConfusionMatrix.of(3))).hasMessage("3 classes into 4");
  }

  @Test
  void nothingToScoreIsAnErrorThatSaysWhatToDo() {
    assertThatThrownBy(() -> ConfusionMatrix.of(2).accuracy())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("evaluation: there is no spectrum with both a label and a pred");
    assertThatThrownBy(() -> ConfusionMatrix.of(2).scores()).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new ClassProbabilities(2, new int[0], new double[0]))
        .isInstanceOf(InputException.class);
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    assertThatThrownBy(() -> ConfusionMatrix.of(2, new int[3], new int[2]))
        .hasMessage("3 true classes, 2 predicted");
    assertThatThrownBy(() -> ConfusionMatrix.of(2).add(0, 2))
        .hasMessage("class 0 taken for 2 of 2");
    assertThatThrownBy(() -> new ClassProbabilities(2, new int[2], new double[3]))
        .hasMessage("3 probabilities for 2 spectra of 2");
    assertThatThrownBy(() -> new ClassProbabilities(2, new int[1], new double[] {0.5, 0.6}))
        .hasMessageContaining("probabilities sum to 1.1");
    assertThatThrownBy(() -> new ClassProbabilities(2, new int[1], new double[] {Double.NaN, 1}))
        .hasMessageContaining("a probability of NaN");
  }

  private static ClassProbabilities predictions(String name, int classes) {
    return new ClassProbabilities(
        classes, GOLDEN.ints(name + "_truth"), GOLDEN.doubles(name + "_probabilities"));
  }
}
