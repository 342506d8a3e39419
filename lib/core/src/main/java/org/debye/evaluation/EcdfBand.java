package org.debye.evaluation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Simultaneous bands for the empirical distribution function of n uniform values, seen at points 0
 * < z_1 < ... < z_m < 1. At z the count is Binomial(n, z); a band holds, at each point, the counts
 * whose two-sided binomial probability is above gamma; gamma is chosen so that the whole path stays
 * inside with the probability wanted. The path's probability is summed exactly over its Markov
 * chain: from count r at z_i to r + Binomial(n - r, (z_{i+1} - z_i) / (1 - z_i)).
 *
 * <p>Saeilynoja, Buerkner and Vehtari 2022, Statistics and Computing 32:32, algorithm 2. Differs:
 * gamma is bisected on the exact probability, which is a step function, and rounded to the side of
 * the wider band.
 */
public final class EcdfBand {
  private final double[] points;
  private final int[] low;
  private final int[] high;

  private EcdfBand(double[] points, int[] low, int[] high) {
    this.points = points;
    this.low = low;
    this.high = high;
  }

  /**
   * The narrowest band of this kind that holds the whole path with at least a probability.
   *
   * @param values n, at least 1
   * @param points ascending, inside (0, 1)
   * @param probability inside (0, 1), such as 0.95
   */
  public static EcdfBand of(int values, double[] points, double probability) {
    double narrow = 1;
    double wide = 0;
    for (int step = 0; step < 50; step++) {
      double gamma = step == 0 ? 1 - probability : (narrow + wide) / 2;
      if (inside(values, points, bounds(values, points, gamma)) >= probability) {
        wide = gamma;
      } else {
        narrow = gamma;
      }
    }
    int[][] bounds = bounds(values, points, wide);
    return new EcdfBand(points.clone(), bounds[0], bounds[1]);
  }

  /**
   * Probability that a path of uniform values is, at some point, at least as improbable as the most
   * improbable point of the observed path.
   *
   * @param observed how many values are at most each point
   */
  static double strayProbability(int values, double[] points, int[] observed) {
    double gamma = 2;
    for (int point = 0; point < points.length; point++) {
      gamma = Math.min(gamma, twoSided(values, points[point], observed[point]));
    }
    return Math.max(0, 1 - inside(values, points, bounds(values, points, gamma)));
  }

  /** The points z. */
  public double[] points() {
    return points.clone();
  }

  /** Least count inside the band at each point. */
  public int[] low() {
    return low.clone();
  }

  /** Greatest count inside the band at each point. */
  public int[] high() {
    return high.clone();
  }

  private static double twoSided(int values, double point, int count) {
    BinomialDistribution law = BinomialDistribution.of(values, point);
    double below = law.cumulativeProbability(count);
    double above = law.survivalProbability(count - 1);
    return 2 * Math.min(below, above);
  }

  /**
   * Least and greatest counts whose two-sided probability is above gamma; least > greatest: none.
   */
  private static int[][] bounds(int values, double[] points, double gamma) {
    int[][] bounds = new int[2][points.length];
    for (int point = 0; point < points.length; point++) {
      BinomialDistribution law = BinomialDistribution.of(values, points[point]);
      // a hair's width, so that the count that set gamma is outside despite rounding
      double tail = gamma / 2 * (1 + 1e-10);
      int low = law.inverseCumulativeProbability(Math.min(1, tail));
      while (low <= values && law.cumulativeProbability(low) <= tail) {
        low++;
      }
      int high = law.inverseSurvivalProbability(Math.min(1, tail));
      while (high >= 0 && law.survivalProbability(high - 1) <= tail) {
        high--;
      }
      bounds[0][point] = low;
      bounds[1][point] = high;
    }
    return bounds;
  }

  private static double inside(int values, double[] points, int[][] bounds) {
    double[] at = {1};
    int least = 0;
    double from = 0;
    for (int point = 0; point < points.length; point++) {
      int low = bounds[0][point];
      int high = bounds[1][point];
      if (low > high) {
        return 0;
      }
      double step = (points[point] - from) / (1 - from);
      double[] next = new double[high - low + 1];
      for (int start = 0; start < at.length; start++) {
        int count = least + start;
        if (at[start] > 0 && count <= high) {
          spread(at[start], count, values - count, step, low, next);
        }
      }
      at = next;
      least = low;
      from = points[point];
    }
    return Arrays.stream(at).sum();
  }

  /** Adds mass times the law of count + Binomial(left, step) to next, whose first count is low. */
  private static void spread(
      double mass, int count, int left, double step, int low, double[] next) {
    BinomialDistribution law = BinomialDistribution.of(left, step);
    for (int end = Math.max(low, count); end < low + next.length && end - count <= left; end++) {
      next[end - low] += mass * law.probability(end - count);
    }
  }
}
