package org.debye.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often central intervals of posteriors hold the truth. Add one dataset at a time, merge what
 * was counted elsewhere, ask for the result; counts are whole numbers, so the order of adding and
 * merging changes nothing.
 *
 * <p>The quantities of one dataset share its data, so they are no independent trials: bounds are
 * those of Clopper and Pearson (1934) at the effective number of trials n / deff, where deff is the
 * variance of the share over datasets by that of independent trials, and at least 1 (Korn and
 * Graubard 1998, Survey Methodology 24:193, without their correction for few clusters). With one
 * quantity a dataset this is Clopper and Pearson's interval itself. Not thread safe.
 */
public final class Coverage implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] levels;
  private final long[] inside;
  private final long[] insideSquared;
  private final long[] insideByTrials;
  private long datasets;
  private long trials;
  private long trialsSquared;

  private Coverage(double[] levels) {
    this.levels = levels;
    inside = new long[levels.length];
    insideSquared = new long[levels.length];
    insideByTrials = new long[levels.length];
  }

  /**
   * Nothing counted yet.
   *
   * @param levels probabilities of the central intervals, each inside (0, 1)
   */
  public static Coverage of(double... levels) {
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("a level of " + level);
      }
    }
    return new Coverage(levels.clone());
  }

  /**
   * Counts one dataset.
   *
   * @param quantities how many intervals the dataset has at each level, at least 1
   * @param held for each level, how many of them hold the truth
   */
  public void add(int quantities, int... held) {
    if (quantities < 1 || held.length != levels.length) {
      throw new IllegalArgumentException(held.length + " counts of " + quantities);
    }
    for (int level = 0; level < levels.length; level++) {
      if (held[level] < 0 || held[level] > quantities) {
        throw new IllegalArgumentException(held[level] + " of " + quantities + " inside");
      }
      inside[level] += held[level];
      insideSquared[level] += (long) held[level] * held[level];
      insideByTrials[level] += (long) held[level] * quantities;
    }
    datasets++;
    trials += quantities;
    trialsSquared += (long) quantities * quantities;
  }

  /** Adds what {@code other} has counted at the same levels. */
  public void merge(Coverage other) {
    if (!Arrays.equals(levels, other.levels)) {
      throw new IllegalArgumentException("coverage of other levels");
    }
    for (int level = 0; level < levels.length; level++) {
      inside[level] += other.inside[level];
      insideSquared[level] += other.insideSquared[level];
      insideByTrials[level] += other.insideByTrials[level];
    }
    datasets += other.datasets;
    trials += other.trials;
    trialsSquared += other.trialsSquared;
  }

  /** Whether no dataset was added. */
  public boolean isEmpty() {
    return trials == 0;
  }

  /**
   * What was counted, one entry a level in the order of {@link #of}.
   *
   * @param confidence of the bounds, such as 0.95
   */
  public CoverageShare[] result(double confidence) {
    if (trials == 0) {
      throw new IllegalStateException("no dataset was added");
    }
    CoverageShare[] shares = new CoverageShare[levels.length];
    for (int level = 0; level < levels.length; level++) {
      shares[level] = share(level, confidence);
    }
    return shares;
  }

  private CoverageShare share(int level, double confidence) {
    double share = (double) inside[level] / trials;
    double design = designEffect(level, share);
    double effective = trials / design;
    double held = share * effective;
    double tail = (1 - confidence) / 2;
    double low = held <= 0 ? 0 : quantile(tail, held, effective - held + 1);
    double high = held >= effective ? 1 : quantile(1 - tail, held + 1, effective - held);
    return new CoverageShare(
        levels[level], datasets, trials, inside[level], effective, share, low, high);
  }

  /** Variance of the share over datasets by the one that independent trials would have. */
  private double designEffect(int level, double share) {
    double binomial = share * (1 - share) / trials;
    if (datasets < 2 || binomial == 0) {
      return Math.max(1, (double) trials / datasets);
    }
    double squares =
        insideSquared[level] - 2 * share * insideByTrials[level] + share * share * trialsSquared;
    double variance = squares / ((double) trials * trials);
    return Math.max(1, variance / binomial);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
  }
}
