package org.debye.learning.train;

import java.io.Serializable;

/**
 * When training ends before its last epoch.
 *
 * @param patience epochs without a lower validation loss; 0 for never. The best weights are kept
 * @param accuracy of training at which it is enough; above 1 for never
 * @param loss of training at which it is enough; 0 or less for never
 */
public record Stopping(int patience, double accuracy, double loss) implements Serializable {
  /** Only the last epoch ends training. */
  public static final Stopping NEVER = new Stopping(0, 2, 0);

  boolean enough(EpochReport report) {
    return report.accuracy() >= accuracy || report.loss() <= loss;
  }
}
