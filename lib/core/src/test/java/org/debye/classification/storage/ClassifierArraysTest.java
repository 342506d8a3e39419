package org.debye.classification.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.debye.classification.ClassLabels;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.Weighting;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.endmember.EndmemberClassifier;
import org.debye.classification.forest.DecisionForest;
import org.debye.classification.ridge.ConvolutionRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.classification.subspace.CentredComponents;
import org.debye.classification.subspace.ComponentSoftmax;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassifierArraysTest {
  private static final int POINTS = 30;
  private static final LabelledSpectra TRAINING = training();

  static Stream<FittedClassifier> fitted() {
    return Stream.of(ClassifierKind.values()).map(ClassifierArraysTest::fit);
  }

  @ParameterizedTest
  @MethodSource("fitted")
  void whatComesBackPredictsTheSameToTheLastBit(FittedClassifier fitted) {
    LearntArrays arrays = ClassifierArrays.of(fitted);
    FittedClassifier back = ClassifierArrays.restore(arrays);
    assertThat(back.points()).isEqualTo(POINTS);
    assertThat(back.classes()).isEqualTo(2);
    assertThat(back.probabilities(TRAINING.intensities()))
        .containsExactly(fitted.probabilities(TRAINING.intensities()));
  }

  @ParameterizedTest
  @EnumSource
  void everyArrayThatIsMissingIsNamed(ClassifierKind kind) {
    LearntArrays arrays = ClassifierArrays.of(fit(kind));
    assertThat(arrays.kind()).isEqualTo(kind);
    for (String name : arrays.values().keySet()) {
      LearntArrays less = new LearntArrays(kind, new TreeMap<>(arrays.values()));
      less.values().remove(name);
      assertThatThrownBy(() -> ClassifierArrays.restore(less))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("model " + kind + ": there is no array '" + name + "'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void arraysOfAnotherLengthAreRefused(ClassifierKind kind) {
    LearntArrays arrays = ClassifierArrays.of(fit(kind));
    String name = kind == ClassifierKind.CLASS_ENDMEMBERS ? "means" : "mean";
    name = kind == ClassifierKind.DECISION_FOREST ? "thresholds" : name;
    LearntArrays longer = new LearntArrays(kind, new TreeMap<>(arrays.values()));
    longer.values().put(name, new double[arrays.doubles(name).length + 1]);
    assertThatThrownBy(() -> ClassifierArrays.restore(longer))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train it again");
  }

  private static FittedClassifier fit(ClassifierKind kind) {
    RidgeClassifier ridge = RidgeClassifier.standard(Weighting.EVEN);
    return switch (kind) {
      case MINIROCKET_RIDGE ->
          new ConvolutionRidge.MiniRocketRidge(new MiniRocket(168, 32), ridge, 1).fit(TRAINING);
      case HYDRA_RIDGE -> new ConvolutionRidge.HydraRidge(new Hydra(4, 4), ridge, 1).fit(TRAINING);
      case COMPONENT_SOFTMAX ->
          new ComponentSoftmax(
              CentredComponents.of(TRAINING.intensities(), POINTS, 2, 1),
              new double[] {1, -1, 0.3, 0.5},
              new double[] {0.1, -0.1});
      case DECISION_FOREST ->
          new DecisionForest(
              POINTS,
              2,
              new int[] {0},
              new int[] {3, -1, -1},
              new double[] {0.2, 0, 0},
              new int[] {1, 0, 0},
              new int[] {2, 0, 0},
              new double[] {0, 0, 0.3, 0.7, 0.8, 0.2});
      case CLASS_ENDMEMBERS -> new EndmemberClassifier().fit(TRAINING);
    };
  }

  private static LabelledSpectra training() {
    RandomStream random = RandomStreams.of(2).at("storage");
    float[] values = new float[12 * POINTS];
    int[] labels = new int[12];
    for (int i = 0; i < values.length; i++) {
      labels[i / POINTS] = i / POINTS % 2;
      values[i] = (float) (1 + labels[i / POINTS] * (i % POINTS) + random.nextGaussian());
    }
    return new LabelledSpectra(POINTS, values, new ClassLabels(List.of("before", "after"), labels));
  }
}
