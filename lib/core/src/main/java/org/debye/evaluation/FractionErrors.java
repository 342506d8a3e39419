package org.debye.evaluation;

/**
 * Errors of fractions of named classes, which need no matching.
 *
 * @param rootMeanSquare of each of K classes, over records
 * @param meanAbsolute of each class
 */
public record FractionErrors(double[] rootMeanSquare, double[] meanAbsolute) {

  /**
   * Of N records.
   *
   * @param estimate N x K, row major
   * @param truth N x K, row major
   */
  public static FractionErrors of(int classes, double[] estimate, double[] truth) {
    EndmemberError.requireLengths(estimate, truth, truth.length / classes, classes);
    double[] squares = new double[classes];
    double[] sizes = new double[classes];
    for (int i = 0; i < truth.length; i++) {
      double difference = estimate[i] - truth[i];
      squares[i % classes] += difference * difference;
      sizes[i % classes] += Math.abs(difference);
    }
    double records = truth.length / (double) classes;
    for (int k = 0; k < classes; k++) {
      squares[k] = Math.sqrt(squares[k] / records);
      sizes[k] /= records;
    }
    return new FractionErrors(squares, sizes);
  }

  /** Root mean square over records and classes. */
  public double pooledRootMeanSquare() {
    double sum = 0;
    for (double one : rootMeanSquare) {
      sum += one * one;
    }
    return Math.sqrt(sum / rootMeanSquare.length);
  }

  /** Mean absolute error over records and classes. */
  public double pooledMeanAbsolute() {
    double sum = 0;
    for (double one : meanAbsolute) {
      sum += one;
    }
    return sum / meanAbsolute.length;
  }
}
