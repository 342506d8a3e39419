package org.debye.classification.convolution;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Dilations of MiniRocket's kernels and how many features each gives: whole parts of 2^0 ... 2^x
 * with evenly spaced exponents up to log2((P - 1) / 8), equal ones taken together. A power that is
 * a whole number but for its rounding is that number; the authors' program loses one there at some
 * lengths, at which depends on the machine's power function.
 *
 * @param points P, at least 9
 * @param dilations ascending, distinct
 * @param counts features of a kernel at each dilation
 */
record DilationPlan(int points, int[] dilations, int[] counts) implements Serializable {
  private static final double ROUNDING = 1 + 1e-12;

  /**
   * The authors' plan.
   *
   * @param perKernel features of a kernel over all dilations
   */
  static DilationPlan of(int points, int perKernel, int maxDilations) {
    int wanted = Math.min(perKernel, maxDilations);
    double multiplier = (double) perKernel / wanted;
    int[] all = exponentiallySpaced(points, wanted);
    int[] dilations = Arrays.stream(all).distinct().toArray();
    int[] counts = new int[dilations.length];
    int left = perKernel;
    for (int d = 0; d < dilations.length; d++) {
      int dilation = dilations[d];
      long times = Arrays.stream(all).filter(one -> one == dilation).count();
      counts[d] = (int) (times * multiplier);
      left -= counts[d];
    }
    for (int d = 0; left > 0; d = (d + 1) % counts.length) {
      counts[d]++;
      left--;
    }
    return new DilationPlan(points, dilations, counts);
  }

  private static int[] exponentiallySpaced(int points, int count) {
    double largest = (points - 1) / (double) (TripleKernels.LENGTH - 1);
    double step = Math.log(largest) / Math.log(2) / Math.max(1, count - 1);
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = (int) (Math.pow(2, i * step) * ROUNDING);
    }
    return all;
  }

  int size() {
    return dilations.length;
  }

  int dilation(int d) {
    return dilations[d];
  }

  /** Features that each kernel has at this dilation. */
  int features(int d) {
    return counts[d];
  }

  int featuresPerKernel() {
    return Arrays.stream(counts).sum();
  }

  int largest() {
    return dilations[dilations.length - 1];
  }
}
