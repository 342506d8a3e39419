package org.debye.figures;

import java.util.Arrays;

/**
 * Smoothed density of numbers: a normal kernel with the width of Silverman 1986, eq. 3.31, 0.9
 * min(sd, IQR / 1.34) n^(-1/5). The numbers are first shared out linearly among {@link #CELLS}
 * places (Wand 1994), so the cost does not grow with their count.
 *
 * @param x places, even
 * @param y density per unit of x, integrating to the share of the numbers within the range
 */
record Density(double[] x, double[] y) {
  static final int CELLS = 400;

  /**
   * Over a range; numbers beyond it, and NaN, count for the width and the total only.
   *
   * @return all zero where no number is finite
   */
  static Density of(double[] values, double low, double high) {
    double[] sorted = Limits.finite(values);
    double[] x = new double[CELLS];
    double[] y = new double[CELLS];
    double step = (high - low) / (CELLS - 1);
    Arrays.setAll(x, i -> low + i * step);
    if (sorted.length == 0) {
      return new Density(x, y);
    }
    double width = Math.max(bandwidth(sorted), 1.5 * step);
    double[] shares = shares(sorted, low, step);
    int reach = (int) Math.min(CELLS, Math.ceil(6 * width / step));
    double[] kernel = new double[reach + 1];
    Arrays.setAll(
        kernel,
        i ->
            Math.exp(-0.5 * (i * step / width) * (i * step / width))
                / (width * Math.sqrt(2 * Math.PI)));
    for (int i = 0; i < CELLS; i++) {
      for (int j = Math.max(0, i - reach); j < Math.min(CELLS, i + reach + 1); j++) {
        y[i] += shares[j] * kernel[Math.abs(i - j)];
      }
    }
    return new Density(x, y);
  }

  double highest() {
    return Arrays.stream(y).max().orElse(0);
  }

  private static double[] shares(double[] sorted, double low, double step) {
    double[] shares = new double[CELLS];
    for (double value : sorted) {
      double place = (value - low) / step;
      int left = (int) Math.floor(place);
      if (left >= 0 && left < CELLS - 1) {
        shares[left] += (1 - place + left) / sorted.length;
        shares[left + 1] += (place - left) / sorted.length;
      }
    }
    return shares;
  }

  private static double bandwidth(double[] sorted) {
    double mean = Arrays.stream(sorted).average().orElse(0);
    double square = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    double sd = sorted.length > 1 ? Math.sqrt(square / (sorted.length - 1)) : 0;
    double quartiles = Limits.quantile(sorted, 0.75) - Limits.quantile(sorted, 0.25);
    double spread = quartiles > 0 ? Math.min(sd, quartiles / 1.34) : sd;
    return 0.9 * spread * Math.pow(sorted.length, -0.2);
  }
}
