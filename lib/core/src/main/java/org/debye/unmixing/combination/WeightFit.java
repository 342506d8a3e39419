package org.debye.unmixing.combination;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.LinearLeastSquares;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;

/**
 * The best weights of references that stay where they are. Which of them are zero is found by
 * active sets ({@link AbundanceSolver}); the others are then solved for once more without signs, on
 * differences from the last of them where they sum to one.
 *
 * @param shifts K, of the references
 * @param weights K
 * @param free which weights are not held at zero
 * @param pivot reference whose weight follows from the others, or -1
 * @param basis of the free columns, less the pivot's
 * @param residual N: values less fitted
 */
record WeightFit(
    double[] shifts,
    double[] weights,
    boolean[] free,
    int pivot,
    double[][] columns,
    LinearLeastSquares basis,
    double[] residual) {

  /**
   * Solves for the weights.
   *
   * @throws InputException where a reference is a sum of others
   */
  static WeightFit of(CombinationProblem problem, WeightRule rule, double[] shifts) {
    double[][] columns = problem.columns(shifts);
    boolean[] free = free(problem, rule, columns);
    int pivot = rule.sumToOne() ? last(free) : -1;
    LinearLeastSquares basis = LinearLeastSquares.of(reduced(columns, free, pivot));
    if (basis.dependent() >= 0) {
      throw dependent(problem, free, pivot, basis.dependent());
    }
    double[] target = pivot < 0 ? problem.values() : less(problem.values(), 1, columns[pivot]);
    double[] solved = basis.solve(target);
    double[] weights = new double[free.length];
    int next = 0;
    double others = 0;
    for (int k = 0; k < weights.length; k++) {
      if (free[k] && k != pivot) {
        weights[k] = solved[next++];
        others += weights[k];
      }
    }
    if (pivot >= 0) {
      weights[pivot] = 1 - others;
    }
    double[] residual = problem.values();
    for (int k = 0; k < weights.length; k++) {
      residual = less(residual, weights[k], columns[k]);
    }
    return new WeightFit(shifts, weights, free, pivot, columns, basis, residual);
  }

  double chiSquare() {
    return Arrays.stream(residual).map(r -> r * r).sum();
  }

  /** Columns of the weights that are solved for. */
  double[][] reduced() {
    return reduced(columns, free, pivot);
  }

  private static boolean[] free(CombinationProblem problem, WeightRule rule, double[][] columns) {
    boolean[] free = new boolean[columns.length];
    Arrays.fill(free, true);
    if (!rule.nonNegative()) {
      return free;
    }
    double[] rows = new double[columns.length * problem.points()];
    for (int k = 0; k < columns.length; k++) {
      System.arraycopy(columns[k], 0, rows, k * problem.points(), problem.points());
    }
    double[] shares = new double[columns.length];
    AbundanceSolver.of(
            Endmembers.free(columns.length, problem.points(), rows),
            rule.sumToOne()
                ? new AbundanceMethod.FullyConstrained()
                : new AbundanceMethod.NonNegative())
        .solve(problem.values(), 0, shares, 0);
    for (int k = 0; k < free.length; k++) {
      free[k] = shares[k] > 0;
    }
    return free;
  }

  private static double[][] reduced(double[][] columns, boolean[] free, int pivot) {
    double[][] reduced = new double[columns.length][];
    int count = 0;
    for (int k = 0; k < columns.length; k++) {
      if (free[k] && k != pivot) {
        reduced[count++] = pivot < 0 ? columns[k] : less(columns[k], 1, columns[pivot]);
      }
    }
    return Arrays.copyOf(reduced, count);
  }

  private static int last(boolean[] free) {
    int last = free.length - 1;
    while (last > 0 && !free[last]) {
      last--;
    }
    return last;
  }

  static double[] less(double[] from, double times, double[] what) {
    double[] out = new double[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] - times * what[i];
    }
    return out;
  }

  private static InputException dependent(
      CombinationProblem problem, boolean[] free, int pivot, int column) {
    int seen = -1;
    int reference = 0;
    for (int k = 0; k < free.length && seen < column; k++) {
      seen += free[k] && k != pivot ? 1 : 0;
      reference = k;
    }
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        problem.name(),
        "the reference "
            + problem.references().get(reference).name()
            + " is a sum of the others within the range",
        "Leave it out, or widen range.");
  }
}
