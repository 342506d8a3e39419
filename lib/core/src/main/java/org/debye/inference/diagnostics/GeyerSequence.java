package org.debye.inference.diagnostics;

/**
 * Effective sample size of chains as they are, by Geyer's initial monotone sequence (Geyer 1992;
 * Vehtari et al. 2021, eqs 10 to 13): rho_t = 1 - (W - gamma_t) / var+, W the mean variance of the
 * chains, var+ the same with the variance of their means added; pairs rho_2k + rho_2k+1 are taken
 * while positive, made non-increasing, and tau = -1 + 2 sum of rho_t. The size is S / tau, at most
 * S log10(S). Ends of the sums are those of R posterior 1.4: the even member of the first pair that
 * is left out counts once if positive, the last two lags are never looked at, and a sequence that
 * ends with its first pair has tau = 2.
 */
final class GeyerSequence {
  private static final int SHORTEST = 3;
  private static final int UNUSED_LAGS = 5;

  private final Autocovariance covariance;
  private final int length;
  private final double within;
  private final double total;
  private final double[] rho;

  private GeyerSequence(Chains chains) {
    covariance = new Autocovariance(chains);
    length = chains.length();
    within = covariance.at(0) * length / (length - 1);
    total = covariance.at(0) + (chains.count() > 1 ? variationOfMeans(chains) : 0);
    rho = new double[length + 2];
  }

  /** NaN where a draw is not finite, all are equal, or a chain has fewer than three. */
  static double effectiveSize(Chains chains) {
    if (chains.length() < SHORTEST || chains.degenerate()) {
      return Double.NaN;
    }
    double draws = chains.draws();
    GeyerSequence sequence = new GeyerSequence(chains);
    return draws / Math.max(sequence.time(), 1 / Math.log10(draws));
  }

  private double time() {
    int last = positivePairs();
    for (int t = 2; t <= last - 2; t += 2) {
      double before = rho[t - 2] + rho[t - 1];
      if (rho[t] + rho[t + 1] > before) {
        rho[t] = before / 2;
        rho[t + 1] = before / 2;
      }
    }
    double sum = last == 0 ? rho[0] : 0;
    for (int t = 0; t < last; t++) {
      sum += rho[t];
    }
    return -1 + 2 * sum + rho[last];
  }

  /** Fills rho up to the pair that is left out; the lag at which that begins. */
  private int positivePairs() {
    int t = 0;
    double even = 1;
    double odd = correlation(1);
    rho[0] = even;
    rho[1] = odd;
    while (t < length - UNUSED_LAGS && even + odd > 0) {
      t += 2;
      even = correlation(t);
      odd = correlation(t + 1);
      if (even + odd >= 0) {
        rho[t] = even;
        rho[t + 1] = odd;
      }
    }
    if (even > 0) {
      rho[t] = even;
    }
    return t;
  }

  private double correlation(int lag) {
    return 1 - (within - covariance.at(lag)) / total;
  }

  private static double variationOfMeans(Chains chains) {
    double[] means = new double[chains.count()];
    for (int c = 0; c < means.length; c++) {
      means[c] = Moments.mean(chains.values()[c]);
    }
    return Moments.variance(means);
  }
}
