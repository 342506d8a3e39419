package org.debye.classification;

import java.util.Arrays;

/** How much a record of each class counts in a loss. */
public enum Weighting {
  /** Every record counts 1. */
  EVEN,
  /** Every class counts the same: N / (K n_k) for a record of class k, as scikit-learn's. */
  BALANCED;

  /**
   * Weight of a record of each class.
   *
   * @param labels with a member of each class
   */
  public double[] of(ClassLabels labels) {
    double[] weights = new double[labels.classes()];
    Arrays.fill(weights, 1);
    if (this == BALANCED) {
      labels.requireClasses(1);
      int[] counts = labels.counts();
      for (int k = 0; k < weights.length; k++) {
        weights[k] = (double) labels.count() / ((double) weights.length * counts[k]);
      }
    }
    return weights;
  }
}
