package org.debye.evaluation.conformal;

import java.util.Arrays;

/**
 * Conformalised quantile regression (Romano, Patterson and Candes 2019, NeurIPS 32): a model's
 * quantiles q_lo and q_hi are moved apart by the quantile of how far the truth lay outside of them
 * in records that the model has not learnt from, E_i = max(q_lo(x_i) - y_i, y_i - q_hi(x_i)) (their
 * eq. 6). The interval is [q_lo - Q, q_hi + Q] (eq. 7) with Q the (1 - alpha)(1 + 1/n)-th empirical
 * quantile of the n scores (eq. 8): the k-th smallest, k = ceil((n + 1)(1 - alpha)), and without
 * bound where k > n. It holds the truth with a probability of at least 1 - alpha if the records and
 * the one that is asked about are exchangeable; each output has a Q of its own.
 *
 * <p>Differs in that quantiles that cross are put in order first, which leaves the guarantee since
 * it is done to all records alike, and in that an interval which a negative Q has turned inside out
 * becomes the point in its middle, which holds no less than the empty one.
 *
 * @param level 1 - alpha, within (0, 1)
 * @param widening Q of each output; negative where the quantiles were too far apart, infinite where
 *     there were too few records
 */
public record ConformalisedQuantiles(double level, double[] widening) {

  public ConformalisedQuantiles {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level of " + level);
    }
  }

  /**
   * Calibrates on n records of K outputs.
   *
   * @param lower n x K, row major: the model's quantile at alpha / 2
   * @param upper n x K: that at 1 - alpha / 2
   * @param truth n x K
   */
  public static ConformalisedQuantiles calibrated(
      double level, int outputs, double[] lower, double[] upper, double[] truth) {
    if (lower.length != truth.length
        || upper.length != truth.length
        || truth.length % outputs != 0) {
      throw new IllegalArgumentException(
          lower.length + " and " + upper.length + " quantiles of " + truth.length + " numbers");
    }
    double[] widening = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      double[] scores = new double[truth.length / outputs];
      for (int i = 0; i < scores.length; i++) {
        int at = i * outputs + k;
        double low = Math.min(lower[at], upper[at]);
        double high = Math.max(lower[at], upper[at]);
        scores[i] = Math.max(low - truth[at], truth[at] - high);
      }
      widening[k] = quantile(scores, level);
    }
    return new ConformalisedQuantiles(level, widening);
  }

  /** The k-th smallest score, k = ceil((n + 1) level). */
  private static double quantile(double[] scores, double level) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    // 10 times 0.3 is a little more than 3
    int rank = (int) Math.ceil((sorted.length + 1) * level - 1e-9);
    return rank > sorted.length ? Double.POSITIVE_INFINITY : sorted[rank - 1];
  }

  /** The interval of an output whose quantiles the model puts here. */
  public Bounds of(int output, double lower, double upper) {
    double low = Math.min(lower, upper) - widening[output];
    double high = Math.max(lower, upper) + widening[output];
    double middle = (lower + upper) / 2;
    return low <= high ? new Bounds(low, high) : new Bounds(middle, middle);
  }
}
