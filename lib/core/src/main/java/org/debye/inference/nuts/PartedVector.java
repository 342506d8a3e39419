package org.debye.inference.nuts;

import java.util.Arrays;

/**
 * A vector in four arrays of equal length, the last filled up with zeros. A sum over one array is
 * not vectorised by the compiler (it would change the order of additions), and neither is a loop
 * over arrays with different offsets; sums over four arrays side by side are.
 */
final class PartedVector {
  static final int PARTS = 4;

  final double[][] parts;
  private final int length;

  PartedVector(int length) {
    this.length = length;
    parts = new double[PARTS][(length + PARTS - 1) / PARTS];
  }

  static PartedVector of(double[] values) {
    PartedVector vector = new PartedVector(values.length);
    vector.read(values, 0);
    return vector;
  }

  /** Takes all its values from an array, from a place on. */
  void read(double[] from, int at) {
    int size = parts[0].length;
    for (int p = 0; p < PARTS; p++) {
      int count = Math.max(0, Math.min(size, length - p * size));
      System.arraycopy(from, Math.min(from.length, at + p * size), parts[p], 0, count);
    }
  }

  void write(double[] to, int at) {
    int size = parts[0].length;
    for (int p = 0; p < PARTS; p++) {
      int count = Math.max(0, Math.min(size, length - p * size));
      System.arraycopy(parts[p], 0, to, Math.min(to.length, at + p * size), count);
    }
  }

  void take(PartedVector other) {
    for (int p = 0; p < PARTS; p++) {
      System.arraycopy(other.parts[p], 0, parts[p], 0, parts[p].length);
    }
  }

  void clear() {
    for (double[] part : parts) {
      Arrays.fill(part, 0);
    }
  }

  /**
   * The product with another vector.
   *
   * @param sums as long as a part; overwritten
   */
  double times(PartedVector other, double[] sums) {
    multiply(parts, other.parts, sums);
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < sums.length; i += 4) {
      sum0 += sums[i];
      sum1 += sums[i + 1];
      sum2 += sums[i + 2];
      sum3 += sums[i + 3];
    }
    for (; i < sums.length; i++) {
      sum0 += sums[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private static void multiply(double[][] a, double[][] b, double[] sums) {
    pair(a[0], b[0], a[1], b[1], sums);
    addPair(a[2], b[2], a[3], b[3], sums);
  }

  /** Two products a loop: with four, the compiler runs out of registers and is half as fast. */
  private static void pair(double[] a0, double[] b0, double[] a1, double[] b1, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a0[i] * b0[i] + a1[i] * b1[i];
    }
  }

  private static void addPair(double[] a0, double[] b0, double[] a1, double[] b1, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a0[i] * b0[i] + a1[i] * b1[i];
    }
  }
}
