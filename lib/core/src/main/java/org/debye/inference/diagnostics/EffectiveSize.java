package org.debye.inference.diagnostics;

/**
 * How many independent draws would estimate as well: Vehtari, Gelman, Simpson, Carpenter and
 * Bürkner 2021 (Bayesian Analysis 16:667-718), with the values of R posterior 1.4. 100 a chain is
 * the usual demand of {@link #bulk} and {@link #tail}.
 *
 * <p>Chains are chain by draw and are split into halves; a longer chain is cut to the first draws
 * of the shortest. NaN where a draw is not finite, where what is counted is the same in all draws
 * (they differ by less than 2^-52), or where a chain has fewer than six draws. Antithetic chains
 * may give more than there are draws, at most S log10(S).
 *
 * @see GeyerSequence
 */
public final class EffectiveSize {
  private static final double LOW_TAIL = 0.05;
  private static final double HIGH_TAIL = 0.95;

  private EffectiveSize() {}

  /** Of normal scores of the draws: for anything in the middle of the distribution. */
  public static double bulk(double[][] chains) {
    Chains all = Chains.of(chains);
    return all.finite() ? GeyerSequence.effectiveSize(NormalScores.of(all.split())) : Double.NaN;
  }

  /** The smaller of those of the 5 % and the 95 % quantile. */
  public static double tail(double[][] chains) {
    Chains all = Chains.of(chains);
    return tail(all, all.sorted());
  }

  static double tail(Chains all, double[] sorted) {
    return Math.min(quantile(all, sorted, LOW_TAIL), quantile(all, sorted, HIGH_TAIL));
  }

  /** Of the draws themselves: for their mean. */
  public static double mean(double[][] chains) {
    return GeyerSequence.effectiveSize(Chains.of(chains).split());
  }

  /** Of the distances to the mean: for their standard deviation. */
  public static double standardDeviation(double[][] chains) {
    Chains all = Chains.of(chains);
    double mean = all.mean();
    return GeyerSequence.effectiveSize(all.map(x -> Math.abs(x - mean)).split());
  }

  /**
   * Of the indicator that a draw is not above the sample quantile.
   *
   * @param probability within 0 and 1
   */
  public static double quantile(double[][] chains, double probability) {
    Chains all = Chains.of(chains);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("no probability: " + probability);
    }
    return quantile(all, all.sorted(), probability);
  }

  static double quantile(Chains all, double[] sorted, double probability) {
    if (all.degenerate()) {
      return Double.NaN;
    }
    double n = sorted.length;
    double limit = Quantiles.of(sorted, probability == 1 ? (n - 0.5) / n : probability);
    return GeyerSequence.effectiveSize(all.map(x -> x <= limit ? 1 : 0).split());
  }

  /** Of the draws themselves, chains left whole: for one chain of weights or likelihoods. */
  public static double unsplit(double[][] chains) {
    return GeyerSequence.effectiveSize(Chains.of(chains));
  }
}
