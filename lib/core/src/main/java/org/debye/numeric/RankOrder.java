package org.debye.numeric;

import java.util.Arrays;

/** Stable order of numbers, smallest first, by merging. */
public final class RankOrder {
  private static final int RUN = 16;

  private RankOrder() {}

  /** Indices of x in ascending order of its values, none of them NaN. */
  public static int[] of(double[] x) {
    int n = x.length;
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int from = 0; from < n; from += RUN) {
      insert(x, order, from, Math.min(from + RUN, n));
    }
    int[] from = order;
    int[] to = new int[n];
    for (int width = RUN; width < n; width *= 2) {
      for (int left = 0; left < n; left += 2 * width) {
        merge(x, from, to, left, Math.min(left + width, n), Math.min(left + 2 * width, n));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private static void insert(double[] x, int[] order, int from, int end) {
    for (int i = from + 1; i < end; i++) {
      int moved = order[i];
      double value = x[moved];
      int j = i;
      for (; j > from && x[order[j - 1]] > value; j--) {
        order[j] = order[j - 1];
      }
      order[j] = moved;
    }
  }

  private static void merge(double[] x, int[] from, int[] to, int left, int middle, int end) {
    int a = left;
    int b = middle;
    for (int out = left; out < end; out++) {
      boolean takeFirst = b >= end || (a < middle && x[from[a]] <= x[from[b]]);
      to[out] = takeFirst ? from[a++] : from[b++];
    }
  }
}
