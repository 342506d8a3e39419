package org.debye.evaluation;

import org.debye.numeric.Assignment;

/**
 * Root mean square difference of abundances after matching labels.
 *
 * @param matching column of the estimate that stands for each true endmember
 * @param rootMeanSquare over observations and endmembers
 */
public record AbundanceError(int[] matching, double rootMeanSquare) {

  /**
   * Under a matching that is known, such as {@link EndmemberError#matching} of the same estimate.
   *
   * @param estimate N x K, row major
   * @param truth N x K, row major
   */
  public static AbundanceError of(double[] estimate, double[] truth, int[] matching) {
    int endmembers = matching.length;
    EndmemberError.requireLengths(estimate, truth, truth.length / endmembers, endmembers);
    double squares = 0;
    for (int row = 0; row < truth.length; row += endmembers) {
      for (int k = 0; k < endmembers; k++) {
        double difference = estimate[row + matching[k]] - truth[row + k];
        squares += difference * difference;
      }
    }
    return new AbundanceError(matching.clone(), Math.sqrt(squares / truth.length));
  }

  /** Under the matching that makes it least. */
  public static AbundanceError matched(double[] estimate, double[] truth, int endmembers) {
    EndmemberError.requireLengths(estimate, truth, truth.length / endmembers, endmembers);
    double[] cost = new double[endmembers * endmembers];
    for (int row = 0; row < truth.length; row += endmembers) {
      for (int k = 0; k < endmembers; k++) {
        for (int j = 0; j < endmembers; j++) {
          double difference = estimate[row + j] - truth[row + k];
          cost[k * endmembers + j] += difference * difference;
        }
      }
    }
    return of(estimate, truth, Assignment.minimise(cost, endmembers, endmembers));
  }
}
