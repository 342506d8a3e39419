package org.debye.classification.subspace;

import org.debye.classification.FittedClassifier;

/**
 * Probabilities by a softmax of linear functions of principal component scores: what logistic
 * regression gives.
 *
 * @param subspace of the training spectra, D components
 * @param coefficients K x D, row major
 * @param intercepts K
 */
public record ComponentSoftmax(
    CentredComponents subspace, double[] coefficients, double[] intercepts)
    implements FittedClassifier {

  public ComponentSoftmax {
    if (coefficients.length != intercepts.length * subspace.dimensions()) {
      throw new IllegalArgumentException(
          coefficients.length + " coefficients of " + subspace.dimensions() + " components");
    }
  }

  @Override
  public int points() {
    return subspace.points();
  }

  @Override
  public int classes() {
    return intercepts.length;
  }

  @Override
  public double[] probabilities(float[] spectra) {
    int count = count(spectra);
    int classes = classes();
    int dimensions = subspace.dimensions();
    double[] scores = subspace.scores(spectra);
    double[] out = new double[count * classes];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < classes; k++) {
        double sum = intercepts[k];
        for (int d = 0; d < dimensions; d++) {
          sum += coefficients[k * dimensions + d] * scores[i * dimensions + d];
        }
        out[i * classes + k] = sum;
      }
      softmax(out, i * classes, classes);
    }
    return out;
  }

  private static void softmax(double[] values, int from, int classes) {
    double most = values[from];
    for (int k = 1; k < classes; k++) {
      most = Math.max(most, values[from + k]);
    }
    double sum = 0;
    for (int k = from; k < from + classes; k++) {
      values[k] = StrictMath.exp(values[k] - most);
      sum += values[k];
    }
    for (int k = from; k < from + classes; k++) {
      values[k] /= sum;
    }
  }
}
