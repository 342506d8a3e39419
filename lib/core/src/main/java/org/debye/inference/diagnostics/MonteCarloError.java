package org.debye.inference.diagnostics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Standard errors of estimates from draws, in the draws' unit: Vehtari, Gelman, Simpson, Carpenter
 * and Bürkner 2021 (Bayesian Analysis 16:667-718), with the values of R posterior 1.4. Chains and
 * NaN as in {@link EffectiveSize}.
 */
public final class MonteCarloError {
  private static final double BELOW = 0.1586553;
  private static final double ABOVE = 0.8413447;

  private MonteCarloError() {}

  /** sd / sqrt(ess of the mean). */
  public static double mean(double[][] chains) {
    return mean(Chains.of(chains));
  }

  static double mean(Chains all) {
    double size = GeyerSequence.effectiveSize(all.split());
    return Math.sqrt(Moments.variance(all.pooled()) / size);
  }

  /** By the delta method: sqrt((E d^4 - (E d^2)^2) / (4 E d^2 ess of d^2)), d from the mean. */
  public static double standardDeviation(double[][] chains) {
    return standardDeviation(Chains.of(chains));
  }

  static double standardDeviation(Chains all) {
    double mean = all.mean();
    Chains squares = all.map(x -> (x - mean) * (x - mean));
    double size = GeyerSequence.effectiveSize(squares.split());
    double[] pooled = squares.pooled();
    double variance = Moments.mean(pooled);
    double ofVariance = Moments.squares(pooled, variance) / pooled.length / size;
    return Math.sqrt(ofVariance / variance / 4);
  }

  /**
   * Half the distance of the two sample quantiles that hold the middle 68.27 % of Beta(S' p + 1, S'
   * (1 - p) + 1), S' the effective size of the quantile.
   *
   * @param probability p, within 0 and 1
   */
  public static double quantile(double[][] chains, double probability) {
    double size = EffectiveSize.quantile(chains, probability);
    if (Double.isNaN(size)) {
      return Double.NaN;
    }
    double[] sorted = Chains.of(chains).sorted();
    BetaDistribution beta =
        BetaDistribution.of(size * probability + 1, size * (1 - probability) + 1);
    int n = sorted.length;
    int low = (int) Math.max(Math.floor(n * inverse(beta, BELOW)), 1);
    int high = (int) Math.min(Math.ceil(n * inverse(beta, ABOVE)), n);
    return (sorted[high - 1] - sorted[low - 1]) / 2;
  }

  /** The library's inverse stops at 1e-9; one Newton step makes it exact. */
  private static double inverse(BetaDistribution beta, double probability) {
    double x = beta.inverseCumulativeProbability(probability);
    return x - (beta.cumulativeProbability(x) - probability) / beta.density(x);
  }
}
