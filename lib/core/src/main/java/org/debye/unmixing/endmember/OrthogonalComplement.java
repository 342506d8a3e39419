package org.debye.unmixing.endmember;

import java.util.Arrays;

/**
 * What is orthogonal to a growing set of vectors of R^K, by Gram-Schmidt made twice for the sake of
 * rounding. Vectors that depend on those before add nothing. Not thread safe.
 */
final class OrthogonalComplement {
  private static final double DEPENDENT = 1e-10;

  private final int size;
  private final double[] basis;
  private final double[] candidate;
  private int rank;

  OrthogonalComplement(int size) {
    this.size = size;
    basis = new double[size * size];
    candidate = new double[size];
  }

  void clear() {
    rank = 0;
  }

  /** Adds the vector that starts at an offset. */
  void add(double[] vectors, int offset) {
    System.arraycopy(vectors, offset, candidate, 0, size);
    double before = length(candidate);
    double after = reduce(candidate);
    if (rank < size && after > DEPENDENT * before) {
      for (int j = 0; j < size; j++) {
        basis[rank * size + j] = candidate[j] / after;
      }
      rank++;
    }
  }

  /** Takes away from a vector what lies along those added; returns the length of the rest. */
  double reduce(double[] vector) {
    for (int pass = 0; pass < 2; pass++) {
      for (int r = 0; r < rank; r++) {
        double along = 0;
        for (int j = 0; j < size; j++) {
          along += vector[j] * basis[r * size + j];
        }
        for (int j = 0; j < size; j++) {
          vector[j] -= along * basis[r * size + j];
        }
      }
    }
    return length(vector);
  }

  /** A unit vector of the complement: the axis that keeps most of itself there. */
  void direction(double[] out) {
    double longest = -1;
    for (int axis = 0; axis < size; axis++) {
      Arrays.fill(candidate, 0);
      candidate[axis] = 1;
      double rest = reduce(candidate);
      if (rest > longest) {
        longest = rest;
        for (int j = 0; j < size; j++) {
          out[j] = candidate[j] / rest;
        }
      }
    }
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
