package org.debye.spark.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vectors;
import org.debye.classification.ClassLabels;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.Weighting;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.TestSession;
import org.junit.jupiter.api.Test;

final class SparkRivalsTest {
  private static final int POINTS = 80;

  @Test
  void bothLearnWhichPeakIsThere() {
    LabelledSpectra fresh = peaks(90, 3, 2);
    for (SpectraClassifier rival : rivals(1)) {
      int[] labels = rival.fit(peaks(60, 3, 1)).labels(fresh.intensities());
      int right = 0;
      for (int i = 0; i < labels.length; i++) {
        right += labels[i] == fresh.labels().values()[i] ? 1 : 0;
      }
      assertThat(right).as("%s", rival).isGreaterThan(85);
    }
  }

  @Test
  void fitsRepeatToTheLastBit() {
    LabelledSpectra training = peaks(40, 2, 3);
    float[] fresh = peaks(12, 2, 4).intensities();
    for (int rival = 0; rival < 2; rival++) {
      double[] once = rivals(5).get(rival).fit(training).probabilities(fresh);
      double[] again = rivals(5).get(rival).fit(training).probabilities(fresh);
      assertThat(again).containsExactly(once);
    }
    assertThat(rivals(6).get(1).fit(training).probabilities(fresh))
        .isNotEqualTo(rivals(5).get(1).fit(training).probabilities(fresh));
  }

  @Test
  void theForestIsMllibsForest() {
    LabelledSpectra training = peaks(60, 3, 5);
    RandomForest rival =
        new RandomForest(TestSession.session(), new RandomForest.Settings(9, 4, 7));
    RandomForestClassificationModel model = rival.grow(training);
    LabelledSpectra fresh = peaks(30, 3, 6);
    double[] found = ForestNodes.of(model, POINTS, 3).probabilities(fresh.intensities());
    for (int i = 0; i < 30; i++) {
      double[] wanted = model.predictProbability(Vectors.dense(row(fresh, i))).toArray();
      assertThat(Arrays.copyOfRange(found, 3 * i, 3 * i + 3))
          .containsExactly(wanted, within(1e-12));
    }
  }

  @Test
  void theLogisticRegressionIsAtTheOptimumOfItsPenalisedLoss() {
    LabelledSpectra training = peaks(50, 2, 8);
    PrincipalLogistic.Settings settings =
        new PrincipalLogistic.Settings(1, 2, 0.05, 500, Weighting.BALANCED);
    FittedClassifier fitted = new PrincipalLogistic(TestSession.session(), settings).fit(training);
    // the intercepts are free of the penalty: at the optimum, weighted residuals sum to zero
    double[] probabilities = fitted.probabilities(training.intensities());
    double[] weights = Weighting.BALANCED.of(training.labels());
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      int label = training.labels().values()[i];
      sum += weights[label] * (probabilities[2 * i + 1] - label);
    }
    assertThat(sum / 50).isCloseTo(0, within(1e-5));
  }

  @Test
  void spectraThatTeachNothingAreRefused() {
    ClassLabels labels = new ClassLabels(List.of("before", "after"), new int[] {0, 1});
    LabelledSpectra equal = new LabelledSpectra(POINTS, new float[2 * POINTS], labels);
    LabelledSpectra one =
        new LabelledSpectra(
            POINTS, new float[POINTS], new ClassLabels(List.of("before"), new int[1]));
    for (SpectraClassifier rival : rivals(1)) {
      assertThatThrownBy(() -> rival.fit(equal))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("all 2 spectra are equal");
      assertThatThrownBy(() -> rival.fit(one))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("all 1 labels are 'before'");
    }
    assertThatThrownBy(() -> new RandomForest.Settings(0, 5, 1)).isInstanceOf(InputException.class);
  }

  private static List<SpectraClassifier> rivals(long seed) {
    return List.of(
        new PrincipalLogistic(TestSession.session(), PrincipalLogistic.Settings.DEFAULT),
        new RandomForest(TestSession.session(), new RandomForest.Settings(20, 6, seed)));
  }

  private static double[] row(LabelledSpectra spectra, int i) {
    double[] row = new double[POINTS];
    for (int p = 0; p < POINTS; p++) {
      row[p] = spectra.intensities()[i * POINTS + p];
    }
    return row;
  }

  private static LabelledSpectra peaks(int count, int classes, long seed) {
    RandomStream random = RandomStreams.of(seed).at("peaks");
    float[] values = new float[count * POINTS];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(5) == 0 ? 0 : i % classes;
      for (int p = 0; p < POINTS; p++) {
        double off = (p - 20 - 18 * labels[i]) / 4.0;
        values[i * POINTS + p] = (float) (Math.exp(-off * off) + 0.2 * random.nextGaussian());
      }
    }
    List<String> names = List.of("B1", "rB1", "hcp").subList(0, classes);
    return new LabelledSpectra(POINTS, values, new ClassLabels(names, labels));
  }
}
