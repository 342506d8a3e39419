package org.debye.numeric;

import java.util.Arrays;

/**
 * The rule of n nodes that integrates polynomials of degree 2n - 1 exactly against the standard
 * normal density (probabilists' Gauss-Hermite). Nodes ascend; the weights sum to 1.
 *
 * <p>The nodes are the zeros of the Hermite polynomial He_n, by Newton's steps kept between the
 * zeros of He_(n-1), which enclose them; the weights are 1 / sum_(k &lt; n) h_k(x)^2 with h_k the
 * orthonormal polynomials (Szego 1975, section 3.4), small ones as exact as large ones.
 */
public final class GaussHermite {
  private static final int MOST_NODES = 64;
  private static final int MOST_STEPS = 100;

  private final double[] nodes;
  private final double[] weights;

  private GaussHermite(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * The rule of n nodes.
   *
   * @param count n, 1 to 64
   */
  public static GaussHermite of(int count) {
    if (count < 1 || count > MOST_NODES) {
      throw new IllegalArgumentException("a rule of " + count + " nodes");
    }
    double[] nodes = {0};
    for (int n = 2; n <= count; n++) {
      nodes = zeros(nodes, n);
    }
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = 1 / sumOfSquares(nodes[i], count);
    }
    return new GaussHermite(nodes, weights);
  }

  /** n. */
  public int size() {
    return nodes.length;
  }

  /** Node i, the smallest first. */
  public double node(int i) {
    return nodes[i];
  }

  /** The weight of node i. */
  public double weight(int i) {
    return weights[i];
  }

  private static double[] zeros(double[] before, int n) {
    double[] walls = new double[n + 1];
    walls[0] = -2 * Math.sqrt(n);
    walls[n] = 2 * Math.sqrt(n);
    System.arraycopy(before, 0, walls, 1, n - 1);
    double[] zeros = new double[n];
    Arrays.setAll(zeros, i -> zero(n, walls[i], walls[i + 1]));
    return zeros;
  }

  /** The zero of h_n between two walls: Newton's steps, or a halving where one would go outside. */
  private static double zero(int n, double from, double to) {
    double low = from;
    double high = to;
    boolean rising = hermite(n, high) > 0;
    double x = 0.5 * (low + high);
    for (int step = 0; step < MOST_STEPS; step++) {
      double value = hermite(n, x);
      if (value == 0) {
        return x;
      }
      if (value > 0 == rising) {
        high = x;
      } else {
        low = x;
      }
      double next = x - value / (Math.sqrt(n) * hermite(n - 1, x));
      if (!(next > low && next < high)) {
        next = 0.5 * (low + high);
      }
      if (Math.abs(next - x) <= Math.ulp(x)) {
        return next;
      }
      x = next;
    }
    return x;
  }

  /** h_n(x), from h_(k+1) sqrt(k + 1) = x h_k - sqrt(k) h_(k-1). */
  private static double hermite(int n, double x) {
    double before = 0;
    double value = 1;
    for (int k = 0; k < n; k++) {
      double next = (x * value - Math.sqrt(k) * before) / Math.sqrt(k + 1.0);
      before = value;
      value = next;
    }
    return value;
  }

  private static double sumOfSquares(double x, int count) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double value = hermite(k, x);
      sum += value * value;
    }
    return sum;
  }
}
