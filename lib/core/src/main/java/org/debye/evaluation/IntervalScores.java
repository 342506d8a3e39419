package org.debye.evaluation;

/**
 * How often intervals of each of K quantities hold the truth, and how wide they are.
 *
 * @param records N
 * @param held of each quantity, how many of the N intervals hold the truth, their ends included
 * @param width of each quantity, the mean
 */
public record IntervalScores(int records, int[] held, double[] width) {

  /**
   * Of N records.
   *
   * @param truth N x K, row major
   * @param lower N x K
   * @param upper N x K
   */
  public static IntervalScores of(int quantities, double[] truth, double[] lower, double[] upper) {
    EndmemberError.requireLengths(lower, truth, truth.length / quantities, quantities);
    EndmemberError.requireLengths(upper, truth, truth.length / quantities, quantities);
    int records = truth.length / quantities;
    int[] held = new int[quantities];
    double[] width = new double[quantities];
    for (int i = 0; i < truth.length; i++) {
      held[i % quantities] += lower[i] <= truth[i] && truth[i] <= upper[i] ? 1 : 0;
      width[i % quantities] += (upper[i] - lower[i]) / records;
    }
    return new IntervalScores(records, held, width);
  }

  /** Share of the intervals of a quantity that hold the truth. */
  public double coverage(int quantity) {
    return held[quantity] / (double) records;
  }

  /** How many intervals of all quantities hold the truth. */
  public int heldInAll() {
    int sum = 0;
    for (int one : held) {
      sum += one;
    }
    return sum;
  }

  /** Share of all intervals that hold the truth. */
  public double pooledCoverage() {
    return heldInAll() / (double) (records * held.length);
  }

  /** Mean width over all. */
  public double pooledWidth() {
    double sum = 0;
    for (double one : width) {
      sum += one;
    }
    return sum / width.length;
  }
}
