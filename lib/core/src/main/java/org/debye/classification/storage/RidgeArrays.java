package org.debye.classification.storage;

import org.debye.classification.convolution.HydraTransform;
import org.debye.classification.convolution.MiniRocketTransform;
import org.debye.classification.convolution.SpectrumTransform;
import org.debye.classification.ridge.FeatureScaling;
import org.debye.classification.ridge.FittedConvolutionRidge;
import org.debye.classification.ridge.FittedRidge;
import org.debye.classification.ridge.SparseScaling;
import org.debye.classification.ridge.Standardisation;

/** The arrays of a ridge classifier on convolutions: transform, scaling, regression. */
final class RidgeArrays {
  private RidgeArrays() {}

  static LearntArrays of(FittedConvolutionRidge fitted) {
    LearntArrays arrays = transform(fitted.transform()).with("points", fitted.points());
    scaling(fitted.scaling(), arrays);
    FittedRidge ridge = fitted.ridge();
    return arrays
        .with("classes", ridge.classes())
        .with("coefficients", ridge.coefficients())
        .with("intercepts", ridge.intercepts())
        .with("alpha", ridge.alpha())
        .with("left_out_error", ridge.leftOutError())
        .with("scale", ridge.scale());
  }

  private static LearntArrays transform(SpectrumTransform transform) {
    if (transform instanceof MiniRocketTransform rocket) {
      return LearntArrays.of(ClassifierKind.MINIROCKET_RIDGE)
          .with("dilations", rocket.dilations())
          .with("features_a_kernel", rocket.featuresAKernel())
          .with("biases", rocket.biases());
    }
    if (transform instanceof HydraTransform hydra) {
      return LearntArrays.of(ClassifierKind.HYDRA_RIDGE)
          .with("kernels", hydra.kernels())
          .with("groups", hydra.groups())
          .with("weights", hydra.weights());
    }
    throw new IllegalArgumentException("no arrays of " + transform.getClass().getSimpleName());
  }

  private static void scaling(FeatureScaling scaling, LearntArrays arrays) {
    if (scaling instanceof SparseScaling sparse) {
      arrays.with("mean", sparse.mean()).with("deviation", sparse.deviation());
    } else if (scaling instanceof Standardisation standard) {
      arrays.with("mean", standard.mean()).with("deviation", standard.deviation());
    }
  }

  static FittedConvolutionRidge restore(LearntArrays arrays, SpectrumTransform transform) {
    FeatureScaling scaling =
        arrays.kind() == ClassifierKind.HYDRA_RIDGE
            ? new SparseScaling(arrays.floats("mean"), arrays.floats("deviation"))
            : new Standardisation(arrays.doubles("mean"), arrays.doubles("deviation"));
    FittedRidge ridge =
        new FittedRidge(
            arrays.whole("classes"),
            arrays.doubles("coefficients"),
            arrays.doubles("intercepts"),
            arrays.one("alpha"),
            arrays.one("left_out_error"),
            arrays.one("scale"));
    if (ridge.columns() != transform.features()
        || arrays.doubles("mean").length != transform.features()) {
      throw arrays.damaged(
          ridge.columns() + " coefficients for " + transform.features() + " features");
    }
    return new FittedConvolutionRidge(transform, scaling, ridge);
  }
}
