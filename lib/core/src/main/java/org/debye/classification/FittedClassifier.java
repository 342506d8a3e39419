package org.debye.classification;

import java.io.Serializable;

/** What was learnt from labelled spectra. Immutable, so any number of threads may ask at once. */
public interface FittedClassifier extends Serializable {

  /** P, the length of the spectra it knows. */
  int points();

  /** K, the number of classes. */
  int classes();

  /**
   * Probability of each class for each spectrum.
   *
   * @param spectra any number of rows of P, finite
   * @return as many rows of K, each summing to one
   */
  double[] probabilities(float[] spectra);

  /** The likeliest class of each spectrum; of equal ones the first. */
  default int[] labels(float[] spectra) {
    double[] probabilities = probabilities(spectra);
    int classes = classes();
    int[] labels = new int[probabilities.length / classes];
    for (int i = 0; i < labels.length; i++) {
      for (int k = 1; k < classes; k++) {
        if (probabilities[i * classes + k] > probabilities[i * classes + labels[i]]) {
          labels[i] = k;
        }
      }
    }
    return labels;
  }

  /** How many spectra these values are; they must be whole rows of P. */
  default int count(float[] spectra) {
    if (spectra.length % points() != 0) {
      throw new IllegalArgumentException(
          spectra.length + " intensities are no whole spectra of " + points() + " points");
    }
    return spectra.length / points();
  }
}
