package org.debye.classification.ridge;

import org.debye.classification.FittedClassifier;
import org.debye.classification.convolution.SpectrumTransform;

/**
 * A fitted {@link ConvolutionRidge}.
 *
 * @param transform to features
 * @param scaling learnt from the training features
 * @param ridge on the scaled features
 */
public record FittedConvolutionRidge(
    SpectrumTransform transform, FeatureScaling scaling, FittedRidge ridge)
    implements FittedClassifier {
  private static final int BATCH = 256;

  static Features features(SpectrumTransform transform, float[] spectra) {
    int count = spectra.length / transform.points();
    return new Features(count, transform.features(), transform.all(spectra));
  }

  @Override
  public int points() {
    return transform.points();
  }

  @Override
  public int classes() {
    return ridge.classes();
  }

  @Override
  public double[] probabilities(float[] spectra) {
    int count = count(spectra);
    double[] out = new double[count * classes()];
    for (int from = 0; from < count; from += BATCH) {
      int size = Math.min(BATCH, count - from);
      float[] some = new float[size * points()];
      System.arraycopy(spectra, from * points(), some, 0, some.length);
      Features features = features(transform, some);
      scaling.apply(features);
      System.arraycopy(ridge.probabilities(features), 0, out, from * classes(), size * classes());
    }
    return out;
  }
}
