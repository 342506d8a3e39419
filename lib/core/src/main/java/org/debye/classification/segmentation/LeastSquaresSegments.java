package org.debye.classification.segmentation;

/**
 * Cuts of a series of N points in D dimensions that leave the least sum of squares about the means
 * of the pieces. Sums of squares come from running sums, so the work is N^2 D for each boundary.
 */
final class LeastSquaresSegments {
  private final int count;
  private final int dimensions;
  private final int shortest;
  private final double[] sums; // (N + 1) x D
  private final double[] squares; // N + 1

  private LeastSquaresSegments(double[] series, int dimensions, int shortest) {
    this.dimensions = dimensions;
    this.shortest = shortest;
    count = series.length / dimensions;
    sums = new double[(count + 1) * dimensions];
    squares = new double[count + 1];
    for (int i = 0; i < count; i++) {
      squares[i + 1] = squares[i];
      for (int d = 0; d < dimensions; d++) {
        double value = series[i * dimensions + d];
        sums[(i + 1) * dimensions + d] = sums[i * dimensions + d] + value;
        squares[i + 1] += value * value;
      }
    }
  }

  /**
   * Of a series.
   *
   * @param series N x D, row major, of about zero mean
   * @param shortest points of a segment
   */
  static LeastSquaresSegments of(double[] series, int dimensions, int shortest) {
    return new LeastSquaresSegments(series, dimensions, shortest);
  }

  /** Sum of squares of the points from {@code from} to before {@code end} about their mean. */
  double scatter(int from, int end) {
    double scatter = squares[end] - squares[from];
    for (int d = 0; d < dimensions; d++) {
      double sum = sums[end * dimensions + d] - sums[from * dimensions + d];
      scatter -= sum * sum / (end - from);
    }
    return Math.max(scatter, 0);
  }

  /** First points of all segments but the first; of equally good cuts the earliest. */
  int[] boundaries(int segments) {
    int[][] starts = new int[segments][count + 1];
    double[] best = new double[count + 1];
    for (int end = 0; end <= count; end++) {
      best[end] = end < shortest ? Double.POSITIVE_INFINITY : scatter(0, end);
    }
    for (int segment = 1; segment < segments; segment++) {
      best = extended(best, starts[segment], (segment + 1) * shortest);
    }
    int[] boundaries = new int[segments - 1];
    int end = count;
    for (int segment = segments - 1; segment > 0; segment--) {
      end = starts[segment][end];
      boundaries[segment - 1] = end;
    }
    return boundaries;
  }

  /** Least sums with one segment more, and where that segment starts. */
  private double[] extended(double[] before, int[] starts, int least) {
    double[] best = new double[count + 1];
    for (int end = 0; end <= count; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      for (int start = least - shortest; end >= least && start <= end - shortest; start++) {
        double sum = before[start] + scatter(start, end);
        if (sum < best[end]) {
          best[end] = sum;
          starts[end] = start;
        }
      }
    }
    return best;
  }
}
