package org.debye.evaluation.clustering;

import java.util.Arrays;
import org.debye.spectra.mixing.Observations;

/**
 * How much nearer points are to their own cluster than to the next (Rousseeuw 1987, J. Comput.
 * Appl. Math. 20:53), by Euclidean distances: (b - a) / max(a, b), -1 to 1, and 0 for a point that
 * is alone. O(N^2 D) time, O(N) memory.
 */
public final class Silhouette {
  private Silhouette() {}

  /** Mean over all points; NaN for fewer than two clusters, or where every point is alone. */
  public static double mean(Observations points, int[] labels) {
    int clusters = (int) Arrays.stream(labels).distinct().count();
    return clusters < 2 || clusters == labels.length
        ? Double.NaN
        : Arrays.stream(of(points, labels)).average().orElse(Double.NaN);
  }

  /**
   * Of each point.
   *
   * @param labels N, any numbers, at least two of them different
   */
  public static double[] of(Observations points, int[] labels) {
    if (labels.length != points.count()) {
      throw new IllegalArgumentException(labels.length + " labels of " + points.count());
    }
    int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
    int[] own = Arrays.stream(labels).map(l -> Arrays.binarySearch(distinct, l)).toArray();
    int[] sizes = new int[distinct.length];
    for (int label : own) {
      sizes[label]++;
    }
    double[] widths = new double[labels.length];
    double[] sums = new double[distinct.length];
    for (int i = 0; i < widths.length; i++) {
      Arrays.fill(sums, 0);
      for (int j = 0; j < widths.length; j++) {
        sums[own[j]] += distance(points, i, j);
      }
      widths[i] = width(sums, sizes, own[i]);
    }
    return widths;
  }

  private static double width(double[] sums, int[] sizes, int own) {
    if (sizes[own] == 1) {
      return 0;
    }
    double inside = sums[own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      if (c != own) {
        next = Math.min(next, sums[c] / sizes[c]);
      }
    }
    double larger = Math.max(inside, next);
    return larger == 0 ? 0 : (next - inside) / larger;
  }

  private static double distance(Observations points, int i, int j) {
    int d = points.dimensions();
    double[] x = points.values();
    double sum = 0;
    for (int k = 0; k < d; k++) {
      double difference = x[i * d + k] - x[j * d + k];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
