package org.debye.figures;

/** Distributions of counts, for bands that chance alone stays within. */
final class Counts {
  private Counts() {}

  /**
   * Cumulative probabilities P(X <= k), k = 0 to n, of a binomial count.
   *
   * @param n trials
   * @param p chance of each, within 0 and 1
   */
  static double[] binomial(int n, double p) {
    double[] log = new double[n + 1];
    for (int k = 1; k <= n; k++) {
      log[k] = log[k - 1] + Math.log((n - k + 1.0) / k * p / (1 - p));
    }
    return cumulated(log);
  }

  /**
   * Cumulative probabilities P(X <= k), k = 0 to the draws, of the marked ones among the draws.
   *
   * @param all things in the urn
   * @param marked of them
   * @param draws taken without putting back
   */
  static double[] hypergeometric(int all, int marked, int draws) {
    double[] log = new double[draws + 1];
    int first = Math.max(0, draws - (all - marked));
    for (int k = 0; k <= draws; k++) {
      if (k < first || k > marked) {
        log[k] = Double.NEGATIVE_INFINITY;
      } else if (k > first) {
        double ratio =
            (marked - k + 1.0) * (draws - k + 1.0) / k / (all - marked - draws + (double) k);
        log[k] = log[k - 1] + Math.log(ratio);
      }
    }
    return cumulated(log);
  }

  /** Smallest k with a cumulative probability of at least this. */
  static int quantile(double[] cumulative, double probability) {
    int k = 0;
    while (k < cumulative.length - 1 && cumulative[k] < probability) {
      k++;
    }
    return k;
  }

  private static double[] cumulated(double[] log) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : log) {
      most = Math.max(most, value);
    }
    double[] cumulative = new double[log.length];
    double total = 0;
    for (int k = 0; k < log.length; k++) {
      total += Math.exp(log[k] - most);
      cumulative[k] = total;
    }
    for (int k = 0; k < log.length; k++) {
      cumulative[k] /= total;
    }
    return cumulative;
  }
}
