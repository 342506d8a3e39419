package org.debye.inference.nuts;

import java.util.Arrays;

/** Mean and variance of each coordinate, updated a point at a time (Welford 1962). */
final class RunningVariance {
  private final double[] mean;
  private final double[] squares;
  private int count;

  RunningVariance(int dimension) {
    mean = new double[dimension];
    squares = new double[dimension];
  }

  void add(double[] point) {
    count++;
    for (int i = 0; i < mean.length; i++) {
      double before = point[i] - mean[i];
      mean[i] += before / count;
      squares[i] += before * (point[i] - mean[i]);
    }
  }

  int count() {
    return count;
  }

  void reset() {
    count = 0;
    Arrays.fill(mean, 0);
    Arrays.fill(squares, 0);
  }

  /** Unbiased; of at least two points. */
  double variance(int coordinate) {
    return squares[coordinate] / (count - 1);
  }
}
