package org.debye.figures;

import java.util.Arrays;
import org.jfree.data.Range;

/** Where axes begin and end. */
final class Limits {
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  /** Finite values, sorted. */
  static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  /** Linear between order statistics; NaN of nothing. */
  static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int left = (int) place;
    int right = Math.min(left + 1, sorted.length - 1);
    return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
  }

  /** Takes in values; those that are not finite do not count. */
  Limits hold(double... values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return this;
  }

  /** Takes in all but this share of the values on either side. */
  Limits holdMost(double[] values, double left) {
    double[] sorted = finite(values);
    return hold(quantile(sorted, left), quantile(sorted, 1 - left));
  }

  /** The least value. */
  double low() {
    return low;
  }

  /** The greatest value. */
  double high() {
    return high;
  }

  boolean isEmpty() {
    return low > high;
  }

  /** With a margin of this share on either side; about 0 where nothing was taken in. */
  Range range(double margin) {
    if (isEmpty()) {
      return new Range(-1, 1);
    }
    double length = high - low;
    double scale = Math.max(Math.abs(low), Math.abs(high));
    if (!(length > 1e-9 * scale)) {
      double room = scale > 0 ? 0.1 * scale : 1;
      return new Range(low - room, high + room);
    }
    return new Range(low - margin * length, high + margin * length);
  }
}
