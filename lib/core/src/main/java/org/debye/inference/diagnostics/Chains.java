package org.debye.inference.diagnostics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Chains of one scalar, of equal length: longer chains are cut to the first draws of the shortest.
 * Immutable by agreement: nobody writes to the arrays.
 *
 * @param values chain by draw
 * @param length draws of each chain
 */
record Chains(double[][] values, int length) {
  private static final double CONSTANT = 0x1p-52;

  static Chains of(double[][] chains) {
    if (chains.length == 0) {
      throw new IllegalArgumentException("no chains");
    }
    int shortest = Integer.MAX_VALUE;
    for (double[] chain : chains) {
      shortest = Math.min(shortest, chain.length);
    }
    double[][] cut = new double[chains.length][];
    for (int c = 0; c < chains.length; c++) {
      cut[c] = chains[c].length == shortest ? chains[c] : Arrays.copyOf(chains[c], shortest);
    }
    return new Chains(cut, shortest);
  }

  int count() {
    return values.length;
  }

  int draws() {
    return values.length * length;
  }

  /** First half and second half of each chain as chains; the middle draw of an odd number goes. */
  Chains split() {
    if (length < 2) {
      return this;
    }
    int half = length / 2;
    double[][] halves = new double[2 * values.length][];
    for (int c = 0; c < values.length; c++) {
      halves[c] = Arrays.copyOf(values[c], half);
      halves[values.length + c] = Arrays.copyOfRange(values[c], length - half, length);
    }
    return new Chains(halves, half);
  }

  Chains map(DoubleUnaryOperator function) {
    double[][] mapped = new double[values.length][length];
    for (int c = 0; c < values.length; c++) {
      for (int i = 0; i < length; i++) {
        mapped[c][i] = function.applyAsDouble(values[c][i]);
      }
    }
    return new Chains(mapped, length);
  }

  /** All draws, chain after chain. */
  double[] pooled() {
    double[] all = new double[draws()];
    for (int c = 0; c < values.length; c++) {
      System.arraycopy(values[c], 0, all, c * length, length);
    }
    return all;
  }

  /** All draws in ascending order. */
  double[] sorted() {
    double[] all = pooled();
    Arrays.sort(all);
    return all;
  }

  /** The other direction of {@link #pooled}. */
  Chains shapedAs(double[] all) {
    double[][] shaped = new double[values.length][];
    for (int c = 0; c < values.length; c++) {
      shaped[c] = Arrays.copyOfRange(all, c * length, (c + 1) * length);
    }
    return new Chains(shaped, length);
  }

  /** Whether all draws are, and there is one. */
  boolean finite() {
    for (double[] chain : values) {
      for (double value : chain) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
    }
    return length > 0;
  }

  /** Whether moments mean nothing: a draw is not finite, or all are the same to 2^-52. */
  boolean degenerate() {
    if (!finite()) {
      return true;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[] chain : values) {
      for (double value : chain) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    return !(most - least >= CONSTANT);
  }

  double mean() {
    return Moments.mean(pooled());
  }
}
