package org.debye.evaluation;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Ranks of true values among independent posterior draws, for simulation-based calibration: truth
 * from the prior, data from the truth, draws from the posterior; then the rank of the truth among L
 * draws is uniform on 0..L (Talts et al. 2018, arXiv:1804.06788, theorem 1). Draws must be
 * independent: thin a chain first. Add, merge, ask. Not thread safe.
 *
 * <p>Two tests of uniformity: {@link #chiSquareProbability}, for which neighbouring ranks are
 * pooled, and {@link #ecdfProbability}, the simultaneous one of Saeilynoja, Buerkner and Vehtari
 * (2022, Statistics and Computing 32:32), which sees small tilts that a histogram hides.
 */
public final class CalibrationRanks implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] counts;
  private long total;

  private CalibrationRanks(int draws) {
    counts = new long[draws + 1];
  }

  /** Of ranks among this many draws, at least 1. */
  public static CalibrationRanks among(int draws) {
    if (draws < 1) {
      throw new IllegalArgumentException(draws + " draws");
    }
    return new CalibrationRanks(draws);
  }

  /** How many of the draws are below the truth; neither may be NaN. */
  public static int rank(double truth, double[] draws) {
    int below = 0;
    for (double draw : draws) {
      if (Double.isNaN(draw) || Double.isNaN(truth)) {
        throw new IllegalArgumentException("NaN has no rank");
      }
      below += draw < truth ? 1 : 0;
    }
    return below;
  }

  /** Counts one rank, 0 to L. */
  public void add(int rank) {
    counts[rank]++;
    total++;
  }

  /** Adds what {@code other} has counted. */
  public void merge(CalibrationRanks other) {
    if (other.counts.length != counts.length) {
      throw new IllegalArgumentException("ranks among another number of draws");
    }
    for (int rank = 0; rank < counts.length; rank++) {
      counts[rank] += other.counts[rank];
    }
    total += other.total;
  }

  /** How often each rank came, L + 1 counts. */
  public long[] counts() {
    return counts.clone();
  }

  public long total() {
    return total;
  }

  /**
   * Probability of a histogram at least as uneven, were the ranks uniform: Pearson's chi-square
   * over bins of nearly equal width.
   *
   * @param bins 2 to L + 1; with fewer than about 5 ranks a bin the test is not exact
   */
  public double chiSquareProbability(int bins) {
    requireRanks();
    if (bins < 2 || bins > counts.length) {
      throw new IllegalArgumentException(bins + " bins of " + counts.length + " ranks");
    }
    double statistic = 0;
    for (int bin = 0; bin < bins; bin++) {
      int from = edge(bin, bins);
      int to = edge(bin + 1, bins);
      double expected = (double) total * (to - from) / counts.length;
      double excess = cumulative(to) - cumulative(from) - expected;
      statistic += excess * excess / expected;
    }
    return ChiSquaredDistribution.of(bins - 1).survivalProbability(statistic);
  }

  /**
   * Probability that the empirical distribution would stray as far from uniformity somewhere, were
   * the ranks uniform. Exact for the points looked at, at most 100 evenly spread ranks.
   */
  public double ecdfProbability() {
    requireRanks();
    int points = Math.min(100, counts.length - 1);
    double[] where = new double[points];
    int[] observed = new int[points];
    for (int point = 0; point < points; point++) {
      int rank = edge(point + 1, points + 1);
      where[point] = (double) rank / counts.length;
      observed[point] = (int) cumulative(rank);
    }
    return EcdfBand.strayProbability((int) total, where, observed);
  }

  private void requireRanks() {
    if (total == 0) {
      throw new IllegalStateException("no rank was added");
    }
  }

  private int edge(int bin, int bins) {
    return (int) ((long) bin * counts.length / bins);
  }

  /** How many ranks are below this one. */
  private long cumulative(int rank) {
    long sum = 0;
    for (int below = 0; below < rank; below++) {
      sum += counts[below];
    }
    return sum;
  }
}
