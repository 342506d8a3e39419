package org.debye.classification.ridge;

import java.io.Serializable;

/**
 * A linear classifier.
 *
 * @param classes K
 * @param coefficients F x T, row major; T is 1 for two classes, else K
 * @param intercepts T
 * @param alpha the penalty chosen
 * @param leftOutError its mean squared leave-one-out error
 * @param scale of the decisions before their softmax
 */
public record FittedRidge(
    int classes,
    double[] coefficients,
    double[] intercepts,
    double alpha,
    double leftOutError,
    double scale)
    implements Serializable {

  /** F. */
  public int columns() {
    return coefficients.length / intercepts.length;
  }

  /** Regressed targets of each row: N x T. */
  public double[] decisions(Features features) {
    int columns = intercepts.length;
    int size = columns();
    if (features.columns() != size) {
      throw new IllegalArgumentException(features.columns() + " features, learnt from " + size);
    }
    double[] decisions = new double[features.count() * columns];
    for (int i = 0; i < features.count(); i++) {
      for (int t = 0; t < columns; t++) {
        decisions[i * columns + t] = intercepts[t];
      }
      for (int j = 0; j < size; j++) {
        double value = features.values()[i * size + j];
        for (int t = 0; t < columns; t++) {
          decisions[i * columns + t] += value * coefficients[j * columns + t];
        }
      }
    }
    return decisions;
  }

  /** Probability of each class: N x K. */
  public double[] probabilities(Features features) {
    return ProbabilityScale.probabilities(decisions(features), classes, scale);
  }
}
