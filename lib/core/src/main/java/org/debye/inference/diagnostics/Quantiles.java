package org.debye.inference.diagnostics;

/** Sample quantiles by linear interpolation of order statistics (Hyndman and Fan 1996, type 7). */
final class Quantiles {
  private Quantiles() {}

  /**
   * The quantile.
   *
   * @param sorted ascending, at least one
   * @param probability within 0 and 1
   */
  static double of(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) Math.floor(place);
    double weight = place - below;
    double low = sorted[below];
    if (weight == 0 || sorted[below + 1] == low) {
      return low;
    }
    return (1 - weight) * low + weight * sorted[below + 1];
  }

  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
