package org.debye.figures;

import java.util.Arrays;

/**
 * Equal columns of a picture along an axis that need not be even, nor ascending. A column holds the
 * points whose values lie in it, or, between two points that are wider apart than it, the nearest.
 */
final class AxisColumns {
  private final int[] from;
  private final int[] to;
  private final double low;
  private final double high;

  AxisColumns(double[] axis, int largest) {
    int points = axis.length;
    if (points < 2) {
      throw new IllegalArgumentException("a map's axis needs at least two points, got " + points);
    }
    boolean descending = axis[0] > axis[points - 1];
    double[] values = ascending(axis, descending);
    low = values[0] - 0.5 * (values[1] - values[0]);
    high = values[points - 1] + 0.5 * (values[points - 1] - values[points - 2]);
    int count = Math.min(largest, even(values) ? points : largest);
    from = new int[count];
    to = new int[count];
    for (int column = 0; column < count; column++) {
      double width = (high - low) / count;
      int first = count == points ? column : above(values, low + column * width);
      int last = count == points ? column + 1 : above(values, low + (column + 1) * width);
      if (last <= first) {
        first = nearest(values, low + (column + 0.5) * width);
        last = first + 1;
      }
      from[column] = descending ? points - last : first;
      to[column] = descending ? points - first : last;
    }
  }

  int count() {
    return from.length;
  }

  /** First point of a column. */
  int from(int column) {
    return from[column];
  }

  /** The point after a column's last. */
  int to(int column) {
    return to[column];
  }

  /** Outer edge of the smallest point. */
  double low() {
    return low;
  }

  /** Outer edge of the largest point. */
  double high() {
    return high;
  }

  private static double[] ascending(double[] axis, boolean descending) {
    double[] values = axis.clone();
    if (descending) {
      for (int i = 0; i < values.length; i++) {
        values[i] = axis[values.length - 1 - i];
      }
    }
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException("an axis must rise or fall strictly to be drawn");
      }
    }
    return values;
  }

  private static boolean even(double[] values) {
    double step = (values[values.length - 1] - values[0]) / (values.length - 1);
    for (int i = 1; i < values.length; i++) {
      if (Math.abs(values[i] - values[i - 1] - step) > 1e-3 * step) {
        return false;
      }
    }
    return true;
  }

  private static int above(double[] values, double edge) {
    int place = Arrays.binarySearch(values, edge);
    return place >= 0 ? place : -place - 1;
  }

  private static int nearest(double[] values, double at) {
    int right = Math.min(values.length - 1, above(values, at));
    int left = Math.max(0, right - 1);
    return at - values[left] < values[right] - at ? left : right;
  }
}
