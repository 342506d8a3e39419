package org.debye.evaluation.classification;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Predicted probabilities beside the true classes.
 *
 * @param classes K
 * @param truth N classes, 0 to K - 1
 * @param values N x K, row major, rows on the simplex to 1e-6
 */
public record ClassProbabilities(int classes, int[] truth, double[] values)
    implements Serializable {
  private static final double TOLERANCE = 1e-6;

  public ClassProbabilities {
    if (classes < 2 || values.length != (long) truth.length * classes) {
      throw new IllegalArgumentException(
          values.length + " probabilities for " + truth.length + " spectra of " + classes);
    }
    if (truth.length == 0) {
      throw ConfusionMatrix.noSpectra();
    }
    for (int i = 0; i < truth.length; i++) {
      requireRow(classes, truth[i], values, i);
    }
  }

  private static void requireRow(int classes, int truth, double[] values, int i) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      double value = values[i * classes + k];
      if (!(value >= -TOLERANCE)) {
        throw new IllegalArgumentException("spectrum " + i + " has a probability of " + value);
      }
      sum += value;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE) || truth < 0 || truth >= classes) {
      throw new IllegalArgumentException(
          "spectrum " + i + " of class " + truth + ": probabilities sum to " + sum);
    }
  }

  /** N. */
  public int count() {
    return truth.length;
  }

  /** Probability of class k of spectrum i. */
  public double at(int i, int k) {
    return values[i * classes + k];
  }

  /** The likeliest class of spectrum i; of equal ones the first. */
  public int label(int i) {
    int label = 0;
    for (int k = 1; k < classes; k++) {
      label = at(i, k) > at(i, label) ? k : label;
    }
    return label;
  }

  /** Probability of the likeliest class. */
  public double confidence(int i) {
    return at(i, label(i));
  }

  /** The same spectra with other probabilities. */
  public ClassProbabilities scaled(TemperatureScaling scaling) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < truth.length; i++) {
      double[] row = Arrays.copyOfRange(values, i * classes, (i + 1) * classes);
      System.arraycopy(scaling.of(row), 0, scaled, i * classes, classes);
    }
    return new ClassProbabilities(classes, truth, scaled);
  }

  public ConfusionMatrix confusion() {
    ConfusionMatrix matrix = ConfusionMatrix.of(classes);
    for (int i = 0; i < truth.length; i++) {
      matrix.add(truth[i], label(i));
    }
    return matrix;
  }
}
