package org.debye.learning.predict;

import org.debye.evaluation.classification.TemperatureScaling;

/**
 * What a classifier says of one spectrum.
 *
 * @param likeliest class
 * @param probabilities of each class, summing to one
 */
public record Prediction(int likeliest, double[] probabilities) {
  /** The likeliest of these; of equal ones the first. */
  public static Prediction of(double[] probabilities) {
    int likeliest = 0;
    for (int k = 1; k < probabilities.length; k++) {
      likeliest = probabilities[k] > probabilities[likeliest] ? k : likeliest;
    }
    return new Prediction(likeliest, probabilities);
  }

  /** The same class, as sure as a temperature makes it. */
  public Prediction scaled(TemperatureScaling scaling) {
    return new Prediction(likeliest, scaling.of(probabilities));
  }

  /** In natural logarithms: 0 where one class is certain, ln(classes) where all are alike. */
  public double entropy() {
    double entropy = 0;
    for (double p : probabilities) {
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  /** Whether no class is as probable as is asked for. */
  public boolean abstains(double threshold) {
    return probabilities[likeliest] < threshold;
  }
}
