package org.debye.classification.storage;

import org.debye.classification.FittedClassifier;
import org.debye.classification.convolution.HydraTransform;
import org.debye.classification.convolution.MiniRocketTransform;
import org.debye.classification.endmember.ClassEndmembers;
import org.debye.classification.forest.DecisionForest;
import org.debye.classification.ridge.FittedConvolutionRidge;
import org.debye.classification.subspace.CentredComponents;
import org.debye.classification.subspace.ComponentSoftmax;
import org.debye.failure.InputException;

/** Fitted classifiers to arrays and back, to the last bit. */
public final class ClassifierArrays {
  private ClassifierArrays() {}

  /** What a classifier of this package's siblings has learnt. */
  public static LearntArrays of(FittedClassifier fitted) {
    if (fitted instanceof FittedConvolutionRidge ridge) {
      return RidgeArrays.of(ridge);
    }
    if (fitted instanceof ComponentSoftmax softmax) {
      return LearntArrays.of(ClassifierKind.COMPONENT_SOFTMAX)
          .with("mean", softmax.subspace().mean())
          .with("components", softmax.subspace().components())
          .with("shares", softmax.subspace().shares())
          .with("coefficients", softmax.coefficients())
          .with("intercepts", softmax.intercepts());
    }
    if (fitted instanceof DecisionForest forest) {
      return LearntArrays.of(ClassifierKind.DECISION_FOREST)
          .with("points", forest.points())
          .with("classes", forest.classes())
          .with("roots", forest.roots())
          .with("features", forest.features())
          .with("thresholds", forest.thresholds())
          .with("left", forest.left())
          .with("right", forest.right())
          .with("shares", forest.shares());
    }
    if (fitted instanceof ClassEndmembers endmembers) {
      return LearntArrays.of(ClassifierKind.CLASS_ENDMEMBERS)
          .with("classes", endmembers.classes())
          .with("means", endmembers.means());
    }
    throw new IllegalArgumentException("no arrays of " + fitted.getClass().getSimpleName());
  }

  /**
   * The classifier again.
   *
   * @throws InputException where arrays are missing or do not fit together
   */
  public static FittedClassifier restore(LearntArrays arrays) {
    try {
      return switch (arrays.kind()) {
        case MINIROCKET_RIDGE -> RidgeArrays.restore(arrays, miniRocket(arrays));
        case HYDRA_RIDGE -> RidgeArrays.restore(arrays, hydra(arrays));
        case COMPONENT_SOFTMAX -> softmax(arrays);
        case DECISION_FOREST -> forest(arrays);
        case CLASS_ENDMEMBERS -> endmembers(arrays);
      };
    } catch (IllegalArgumentException e) {
      throw arrays.damaged("its arrays do not fit together (" + e.getMessage() + ")");
    }
  }

  private static MiniRocketTransform miniRocket(LearntArrays arrays) {
    return MiniRocketTransform.of(
        arrays.whole("points"),
        arrays.ints("dilations"),
        arrays.ints("features_a_kernel"),
        arrays.floats("biases"));
  }

  private static HydraTransform hydra(LearntArrays arrays) {
    return new HydraTransform(
        arrays.whole("points"),
        arrays.whole("kernels"),
        arrays.whole("groups"),
        arrays.floats("weights"));
  }

  private static ComponentSoftmax softmax(LearntArrays arrays) {
    return new ComponentSoftmax(
        new CentredComponents(
            arrays.doubles("mean"), arrays.doubles("components"), arrays.doubles("shares")),
        arrays.doubles("coefficients"),
        arrays.doubles("intercepts"));
  }

  private static DecisionForest forest(LearntArrays arrays) {
    return new DecisionForest(
        arrays.whole("points"),
        arrays.whole("classes"),
        arrays.ints("roots"),
        arrays.ints("features"),
        arrays.doubles("thresholds"),
        arrays.ints("left"),
        arrays.ints("right"),
        arrays.doubles("shares"));
  }

  private static ClassEndmembers endmembers(LearntArrays arrays) {
    int classes = arrays.whole("classes");
    double[] means = arrays.doubles("means");
    if (classes < 1 || means.length % classes != 0) {
      throw arrays.damaged(means.length + " means of " + classes + " classes");
    }
    return new ClassEndmembers(means.length / classes, classes, means);
  }
}
