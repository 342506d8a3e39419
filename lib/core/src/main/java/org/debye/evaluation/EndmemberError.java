package org.debye.evaluation;

import org.debye.numeric.Assignment;

/**
 * How far estimated endmembers are from the true ones, under the matching of labels that makes the
 * Frobenius norm of the difference least (Hungarian method on squared distances).
 *
 * @param matching estimate that stands for each true endmember
 * @param frobenius square root of the sum of all squared differences
 * @param distances Euclidean distance of each true endmember to its estimate
 * @param signed estimate - truth of each coordinate, K x D row major in the order of the truth
 */
public record EndmemberError(
    int[] matching, double frobenius, double[] distances, double[] signed) {

  /**
   * Matches and measures.
   *
   * @param estimate K x D, row major
   * @param truth K x D, row major
   * @throws IllegalArgumentException if a length is wrong or an estimate is not finite
   */
  public static EndmemberError of(
      double[] estimate, double[] truth, int endmembers, int dimensions) {
    int[] matching = match(estimate, truth, endmembers, dimensions);
    double[] signed = new double[truth.length];
    double[] distances = new double[endmembers];
    double squares = 0;
    for (int k = 0; k < endmembers; k++) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        double difference = estimate[matching[k] * dimensions + d] - truth[k * dimensions + d];
        signed[k * dimensions + d] = difference;
        square += difference * difference;
      }
      distances[k] = Math.sqrt(square);
      squares += square;
    }
    return new EndmemberError(matching, Math.sqrt(squares), distances, signed);
  }

  /** The estimate that stands for each true endmember; as {@link #of}. */
  public static int[] match(double[] estimate, double[] truth, int endmembers, int dimensions) {
    requireLengths(estimate, truth, endmembers, dimensions);
    double[] cost = new double[endmembers * endmembers];
    for (int k = 0; k < endmembers; k++) {
      for (int j = 0; j < endmembers; j++) {
        double square = 0;
        for (int d = 0; d < dimensions; d++) {
          double difference = estimate[j * dimensions + d] - truth[k * dimensions + d];
          square += difference * difference;
        }
        if (!Double.isFinite(square)) {
          throw new IllegalArgumentException("an endmember is not finite");
        }
        cost[k * endmembers + j] = square;
      }
    }
    return Assignment.minimise(cost, endmembers, endmembers);
  }

  static void requireLengths(double[] estimate, double[] truth, int rows, int columns) {
    if (estimate.length != rows * columns || truth.length != rows * columns) {
      throw new IllegalArgumentException(
          estimate.length + " and " + truth.length + " values for " + rows + " x " + columns);
    }
  }
}
