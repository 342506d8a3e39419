package org.debye.learning.train;

import java.io.Serializable;

/**
 * When training ends before its last epoch.
 *
 * @param patience epochs without a better validation; 0 for never. The best weights are kept
 * @param by what is better
 * @param accuracy of training at which it is enough; above 1 for never
 * @param loss of training at which it is enough; 0 or less for never
 */
public record Stopping(int patience, Criterion by, double accuracy, double loss)
    implements Serializable {
  /** Only the last epoch ends training. */
  public static final Stopping NEVER = new Stopping(0, Criterion.LOSS, 2, 0);

  /** Nothing but validation ends it. */
  public static Stopping after(int patience, Criterion by) {
    return new Stopping(patience, by, NEVER.accuracy, NEVER.loss);
  }

  /** What epochs are compared by; of equals the first is best. */
  public enum Criterion {
    /** The lower validation loss. */
    LOSS,
    /** The higher validation accuracy, as in Sun's thesis. */
    ACCURACY;

    /** Less is better; NaN without validation, or of an objective that does not classify. */
    double cost(EpochReport report) {
      return this == LOSS ? report.validationLoss() : -report.validationAccuracy();
    }
  }

  boolean enough(EpochReport report) {
    return report.accuracy() >= accuracy || report.loss() <= loss;
  }
}
