package org.debye.classification.ridge;

import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.convolution.SpectrumTransform;
import org.debye.numeric.RandomStreams;

/** Features by convolution, scaled, and a ridge classifier on them, as their authors use them. */
public sealed interface ConvolutionRidge extends SpectraClassifier {

  /** MiniRocket with standardised features. */
  record MiniRocketRidge(MiniRocket rocket, RidgeClassifier ridge, long seed)
      implements ConvolutionRidge {

    @Override
    public FittedClassifier fit(LabelledSpectra training) {
      training.labels().requireClasses(1);
      SpectrumTransform transform =
          rocket.fit(training.intensities(), training.points(), RandomStreams.of(seed));
      Features features = FittedConvolutionRidge.features(transform, training.intensities());
      FeatureScaling scaling = Standardisation.of(features);
      scaling.apply(features);
      return new FittedConvolutionRidge(transform, scaling, ridge.fit(features, training.labels()));
    }
  }

  /** Hydra with its sparse scaling. */
  record HydraRidge(Hydra hydra, RidgeClassifier ridge, long seed) implements ConvolutionRidge {

    @Override
    public FittedClassifier fit(LabelledSpectra training) {
      training.labels().requireClasses(1);
      SpectrumTransform transform = hydra.draw(training.points(), RandomStreams.of(seed));
      Features features = FittedConvolutionRidge.features(transform, training.intensities());
      FeatureScaling scaling = SparseScaling.of(features);
      scaling.apply(features);
      return new FittedConvolutionRidge(transform, scaling, ridge.fit(features, training.labels()));
    }
  }
}
