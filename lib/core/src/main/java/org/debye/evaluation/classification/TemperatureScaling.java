package org.debye.evaluation.classification;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Probabilities made softer or harder by one number: p_k^(1/T) / sum_j p_j^(1/T), which for a
 * softmax divides its logits by T (Guo, Pleiss, Sun and Weinberger 2017, section 4.2). The
 * likeliest class stays.
 *
 * @param temperature T, above 0; more than 1 for a model that is too sure
 */
public record TemperatureScaling(double temperature) {
  /** Fewer spectra say too little. */
  public static final int FEWEST = 30;

  private static final double SMALLEST = 1e-300;
  private static final double LOWEST = 1e-3;
  private static final double HIGHEST = 1e3;
  private static final int HALVINGS = 60;

  public TemperatureScaling {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature " + temperature);
    }
  }

  /**
   * The temperature of the least log loss on spectra that the model has not learnt from. Their
   * classes count as Platt's (1999) targets do, (N + 1) / (N + 2) for the true one, so that a model
   * that makes no mistake on them is not taken for one that makes none at all.
   *
   * @throws InputException where they are fewer than 30
   */
  public static TemperatureScaling fit(ClassProbabilities unseen) {
    requireEnough(unseen.count());
    // The loss is convex in 1/T: its derivative changes sign once.
    double low = Math.log(1 / HIGHEST);
    double high = Math.log(1 / LOWEST);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(unseen, Math.exp(middle)) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new TemperatureScaling(Math.exp(-(low + high) / 2));
  }

  /**
   * Looks before a model learns whether there is what to fit to.
   *
   * @param unseen spectra that it will not learn from
   * @throws InputException where they are fewer than 30
   */
  public static void requireEnough(int unseen) {
    if (unseen < FEWEST) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "calibration",
          "a temperature of " + unseen + " validation spectra, fewer than " + FEWEST,
          "Set a larger split.validation, or calibration=none.");
    }
  }

  /** Of the log loss by 1/T. */
  private static double slope(ClassProbabilities unseen, double inverse) {
    int classes = unseen.classes();
    double count = unseen.count();
    double certain = (count + 1) / (count + 2);
    double slope = 0;
    double[] row = new double[classes];
    for (int i = 0; i < unseen.count(); i++) {
      for (int k = 0; k < classes; k++) {
        row[k] = unseen.at(i, k);
      }
      double[] scaled = scaled(row, inverse);
      for (int k = 0; k < classes; k++) {
        double target = k == unseen.truth()[i] ? certain : (1 - certain) / (classes - 1);
        slope += (scaled[k] - target) * log(row[k]);
      }
    }
    return slope;
  }

  /** Scaled probabilities of one spectrum, summing to one. */
  public double[] of(double[] probabilities) {
    return scaled(probabilities, 1 / temperature);
  }

  private static double[] scaled(double[] probabilities, double inverse) {
    double highest = 0;
    for (double p : probabilities) {
      highest = Math.max(highest, p);
    }
    double[] scaled = new double[probabilities.length];
    double sum = 0;
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] = Math.exp(inverse * (log(probabilities[k]) - log(highest)));
      sum += scaled[k];
    }
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] /= sum;
    }
    return scaled;
  }

  private static double log(double p) {
    return Math.log(Math.max(p, SMALLEST));
  }
}
