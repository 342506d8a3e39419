package org.debye.inference.diagnostics;

/** Mean and variance in two passes. */
final class Moments {
  private Moments() {}

  /** The mean, corrected once by the mean of the residuals; NaN of nothing. */
  static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    double mean = sum / x.length;
    double residual = 0;
    for (double value : x) {
      residual += value - mean;
    }
    return Double.isFinite(mean) ? mean + residual / x.length : mean;
  }

  /** Sum of squares about the mean. */
  static double squares(double[] x, double mean) {
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  /** Variance with n - 1; NaN of fewer than two. */
  static double variance(double[] x) {
    return x.length < 2 ? Double.NaN : squares(x, mean(x)) / (x.length - 1);
  }
}
