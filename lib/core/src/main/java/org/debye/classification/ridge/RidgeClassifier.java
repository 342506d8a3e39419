package org.debye.classification.ridge;

import org.debye.classification.ClassLabels;
import org.debye.classification.Weighting;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Ridge regression on targets of -1 and 1 with the penalty of least mean squared leave-one-out
 * error, as scikit-learn's RidgeClassifierCV; of equal ones the first. Regressions give no
 * probabilities: they are made by {@link ProbabilityScale} from the leave-one-out predictions.
 *
 * @param alphas penalties to choose from, above 0
 * @param weighting of the records
 */
public record RidgeClassifier(double[] alphas, Weighting weighting) {

  public RidgeClassifier {
    boolean fits = alphas.length > 0;
    for (double alpha : alphas) {
      fits &= alpha > 0 && alpha < Double.POSITIVE_INFINITY;
    }
    if (!fits) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "ridge",
          "penalties must be above 0",
          "Give at least one, such as 1.");
    }
  }

  /** Ten penalties from 1e-3 to 1e3, evenly spaced in their logarithms. */
  public static RidgeClassifier standard(Weighting weighting) {
    double[] alphas = new double[10];
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] = Math.pow(10, -3 + i * (6 / 9.0));
    }
    return new RidgeClassifier(alphas, weighting);
  }

  /**
   * Learns.
   *
   * @param features N rows on one scale
   * @param labels N
   */
  public FittedRidge fit(Features features, ClassLabels labels) {
    if (features.count() != labels.count()) {
      throw new IllegalArgumentException(features.count() + " rows, " + labels.count() + " labels");
    }
    labels.requireClasses(1);
    RidgeTargets targets = RidgeTargets.of(labels, weighting);
    CentredTable table = CentredTable.of(features, targets);
    LeaveOneOut regressions = LeaveOneOut.of(table);
    double alpha = alphas[0];
    LeaveOneOut.Solution best = regressions.solve(alpha);
    for (int a = 1; a < alphas.length; a++) {
      LeaveOneOut.Solution next = regressions.solve(alphas[a]);
      if (next.meanSquare() < best.meanSquare()) {
        best = next;
        alpha = alphas[a];
      }
    }
    double scale = ProbabilityScale.of(leftOut(targets, table, best), labels, targets.weights());
    return fitted(table, best, alpha, scale, labels.classes());
  }

  /** What is predicted of each record by a regression without it: N x T. */
  private static double[] leftOut(
      RidgeTargets targets, CentredTable table, LeaveOneOut.Solution solution) {
    double[] predictions = targets.values().clone();
    for (int at = 0; at < predictions.length; at++) {
      predictions[at] -= solution.errors()[at] / table.roots()[at / targets.columns()];
    }
    return predictions;
  }

  private static FittedRidge fitted(
      CentredTable table, LeaveOneOut.Solution best, double alpha, double scale, int classes) {
    int columns = table.targetColumns();
    double[] intercepts = table.targetMeans().clone();
    for (int j = 0; j < table.columns(); j++) {
      for (int t = 0; t < columns; t++) {
        intercepts[t] -= table.means()[j] * best.coefficients()[j * columns + t];
      }
    }
    return new FittedRidge(
        classes, best.coefficients(), intercepts, alpha, best.meanSquare(), scale);
  }
}
