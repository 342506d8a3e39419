package org.debye.inference.variational;

/** How much the ELBO still rises. */
final class Flatness {
  private Flatness() {}

  /**
   * Mean of the last window less that of the one before, in standard errors of the difference.
   * Steps that were left out are NaN and not counted.
   */
  static double of(double[] trace, int done, int window) {
    double[] before = moments(trace, done - 2 * window, done - window);
    double[] last = moments(trace, done - window, done);
    return (last[0] - before[0]) / Math.sqrt(last[1] + before[1]);
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
