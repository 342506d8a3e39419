package org.debye.inference.variational;

/**
 * How much the ELBO still rises: its mean over a window at the end less that over the window
 * before. Steps that were left out do not count.
 *
 * @param value NaN where a window has fewer than two steps
 * @param standardError of {@code value}
 */
public record ElboRise(double value, double standardError) {
  private static final double ERRORS = 3;

  /** A rise in log density that changes nothing, however surely it is there. */
  private static final double NEGLIGIBLE = 1;

  private static final int PARTS = 4;

  /** Over the last two windows of so many steps, of the first {@code done} of a trace. */
  static ElboRise of(double[] trace, int done, int window) {
    double[] before = moments(trace, done - 2 * window, done - window);
    double[] last = moments(trace, done - window, done);
    return new ElboRise(last[0] - before[0], Math.sqrt(last[1] + before[1]));
  }

  /** Of the last quarter over the one before. */
  static ElboRise ofQuarters(double[] trace) {
    return trace.length < 2 * PARTS
        ? new ElboRise(Double.NaN, Double.NaN)
        : of(trace, trace.length, trace.length / PARTS);
  }

  /**
   * Whether it no longer rises: by at most 1, or by at most three standard errors. A rise that is
   * smaller than the noise of the steps remains unseen, and so does a better mode elsewhere.
   */
  public boolean flat() {
    return value <= Math.max(NEGLIGIBLE, ERRORS * standardError);
  }

  /** Mean and its squared standard error. */
  private static double[] moments(double[] trace, int from, int to) {
    double mean = 0;
    double squares = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(trace[i])) {
        count++;
        double step = trace[i] - mean;
        mean += step / count;
        squares += step * (trace[i] - mean);
      }
    }
    return new double[] {mean, squares / (count - 1.0) / count};
  }
}
