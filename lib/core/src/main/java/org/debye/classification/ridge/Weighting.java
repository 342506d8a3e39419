package org.debye.classification.ridge;

/** How much a record of each class counts. */
public enum Weighting {
  /** Every record counts 1. */
  EVEN,
  /** Every class counts the same: N / (K n_k) for a record of class k. */
  BALANCED;

  double weight(int records, int[] counts, int label) {
    return this == EVEN ? 1 : (double) records / ((double) counts.length * counts[label]);
  }
}
