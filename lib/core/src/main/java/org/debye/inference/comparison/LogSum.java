package org.debye.inference.comparison;

/** log sum exp, without overflow. */
final class LogSum {
  private LogSum() {}

  static double of(double[] x) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      most = Math.max(most, value);
    }
    if (!Double.isFinite(most)) {
      return most;
    }
    double sum = 0;
    for (double value : x) {
      sum += Math.exp(value - most);
    }
    return most + Math.log(sum);
  }
}
