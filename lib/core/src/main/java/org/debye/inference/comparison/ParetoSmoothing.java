package org.debye.inference.comparison;

import java.util.Arrays;
import org.debye.numeric.RankOrder;

/**
 * Pareto smoothed importance sampling: Vehtari, Simpson, Gelman, Yao and Gabry 2024 (JMLR 25:1-58),
 * with the values of R loo 2.5. The largest min(S/5, 3 sqrt(S / efficiency)) of S ratios are
 * replaced by the expected order statistics of a generalised Pareto distribution fitted to them,
 * and cut at the largest raw ratio.
 *
 * @param logWeights smoothed log ratios in the order of the raw ones; not normalised
 * @param shape k-hat: below 0.5 the weights have a variance, below 0.7 they serve in practice,
 *     above 1 they have no mean. Infinite where the tail has fewer than five ratios or only equal
 *     ones: then nothing was smoothed
 * @param tail how many ratios were taken as the tail
 */
public record ParetoSmoothing(double[] logWeights, double shape, int tail) {
  private static final int SHORTEST_TAIL = 5;
  private static final double EQUAL = 0x1p-52 / 100;

  /**
   * Smooths.
   *
   * @param logRatios log of target over proposal density, up to a constant, of at least one draw;
   *     minus infinity is a ratio of zero. Not modified
   * @param efficiency effective over actual number of draws, above 0; 1 of independent ones
   * @throws IllegalArgumentException if a ratio is NaN or infinite
   */
  public static ParetoSmoothing of(double[] logRatios, double efficiency) {
    int n = logRatios.length;
    double largest = largest(logRatios);
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = logRatios[i] - largest;
    }
    int tail = (int) Math.ceil(Math.min(0.2 * n, 3 * Math.sqrt(n / efficiency)));
    double shape = Double.POSITIVE_INFINITY;
    if (tail >= SHORTEST_TAIL) {
      int[] order = RankOrder.of(weights);
      if (weights[order[n - 1]] - weights[order[n - tail]] >= EQUAL) {
        shape = smooth(weights, order, tail);
      }
    }
    for (int i = 0; i < n; i++) {
      weights[i] = Math.min(weights[i], 0) + largest;
    }
    return new ParetoSmoothing(weights, shape, tail);
  }

  private static double smooth(double[] weights, int[] order, int tail) {
    int first = order.length - tail;
    double cut = Math.exp(weights[order[first - 1]]);
    double[] excesses = new double[tail];
    for (int i = 0; i < tail; i++) {
      excesses[i] = Math.exp(weights[order[first + i]]) - cut;
    }
    GeneralizedPareto fit = GeneralizedPareto.fit(excesses);
    if (Double.isFinite(fit.shape())) {
      for (int i = 0; i < tail; i++) {
        weights[order[first + i]] = Math.log(fit.quantile((i + 0.5) / tail) + cut);
      }
    }
    return fit.shape();
  }

  private static double largest(double[] logRatios) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double ratio : logRatios) {
      if (Double.isNaN(ratio) || ratio == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("a log ratio is " + ratio);
      }
      largest = Math.max(largest, ratio);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException("no ratio above zero among " + logRatios.length);
    }
    return largest;
  }

  /** Logs of weights that sum to 1. */
  public double[] normalised() {
    double total = LogSum.of(logWeights);
    return Arrays.stream(logWeights).map(w -> w - total).toArray();
  }

  /** How many equal weights tell as much: 1 / sum of the squared normalised weights. */
  public double effectiveSize() {
    double squares = 0;
    for (double w : normalised()) {
      squares += Math.exp(2 * w);
    }
    return 1 / squares;
  }
}
