package org.debye.unmixing.posterior;

/**
 * Quantiles of draws at position p (n + 1) of the sorted values, interpolated linearly (type 6 of
 * Hyndman and Fan 1996): between the quantiles a and b of n independent draws lies a further one
 * with exactly the probability b - a. R's default, type 7, is narrower by 2 (b - a) / (n + 1).
 */
public final class Quantiles {
  private Quantiles() {}

  /** Of ascending values, at least one; the first or last where p is beyond them. */
  public static double ofSorted(double[] values, double probability) {
    double at = Math.max(0, Math.min(probability * (values.length + 1) - 1, values.length - 1));
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, values.length - 1);
    return values[below] + (at - below) * (values[above] - values[below]);
  }
}
