package org.debye.unmixing.scene;

import java.util.stream.IntStream;

/** Endmembers have no order of their own: the one with the largest mean share comes first. */
final class EndmemberOrder {
  private EndmemberOrder() {}

  /** Place after place, which endmember stands there; ties by number. */
  static int[] byAbundance(double[] shares, int endmembers) {
    double[] totals = new double[endmembers];
    for (int i = 0; i < shares.length; i++) {
      totals[i % endmembers] += shares[i];
    }
    return IntStream.range(0, endmembers)
        .boxed()
        .sorted((a, b) -> Double.compare(totals[b], totals[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** N x K with the columns in order. */
  static double[] columns(double[] matrix, int[] order) {
    double[] out = new double[matrix.length];
    for (int i = 0; i < matrix.length; i += order.length) {
      for (int k = 0; k < order.length; k++) {
        out[i + k] = matrix[i + order[k]];
      }
    }
    return out;
  }

  /** S x K x D with the rows of each K x D in order. */
  static double[] rows(double[] matrices, int[] order, int dimensions) {
    double[] out = new double[matrices.length];
    int size = order.length * dimensions;
    for (int at = 0; at < matrices.length; at += size) {
      for (int k = 0; k < order.length; k++) {
        System.arraycopy(
            matrices, at + order[k] * dimensions, out, at + k * dimensions, dimensions);
      }
    }
    return out;
  }
}
