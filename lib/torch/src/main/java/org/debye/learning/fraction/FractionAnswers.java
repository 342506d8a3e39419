package org.debye.learning.fraction;

/**
 * What a network says of N spectra.
 *
 * @param classes C
 * @param fractions N x C, row major, each row summing to one
 * @param lower of each level, N x C, row major, as the network has it: it may be below 0 or above
 *     the upper one
 * @param upper of each level, N x C
 */
public record FractionAnswers(int classes, double[] fractions, double[][] lower, double[][] upper) {

  /** N. */
  public int count() {
    return fractions.length / classes;
  }
}
