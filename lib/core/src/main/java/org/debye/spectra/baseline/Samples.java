package org.debye.spectra.baseline;

import java.util.Arrays;

/**
 * The part of a spectrum from its first to its last finite point, in double precision: {@code
 * values[0 .. length)}, of which {@code present} says which were measured. Gaps hold 0 until they
 * are bridged.
 */
final class Samples {
  final double[] values;
  final boolean[] present;
  private int first;
  private int length;
  private int finite;

  Samples(int points) {
    values = new double[points];
    present = new boolean[points];
  }

  int length() {
    return length;
  }

  /** Number of measured points. */
  int finite() {
    return finite;
  }

  void load(float[] intensity) {
    if (intensity.length != values.length) {
      throw new IllegalArgumentException(
          "baseline is for " + values.length + " points, spectrum has " + intensity.length);
    }
    int begin = 0;
    int end = intensity.length;
    while (begin < end && !Float.isFinite(intensity[begin])) {
      begin++;
    }
    while (end > begin && !Float.isFinite(intensity[end - 1])) {
      end--;
    }
    first = begin;
    length = end - begin;
    finite = 0;
    for (int i = 0; i < length; i++) {
      float value = intensity[begin + i];
      boolean there = Float.isFinite(value);
      present[i] = there;
      values[i] = there ? value : 0;
      finite += there ? 1 : 0;
    }
  }

  /** Largest magnitude of a measured value. */
  double largest() {
    double largest = 0;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }

  /** 1 where a point was measured, 0 in a gap. */
  void unitWeights(double[] weights) {
    for (int i = 0; i < length; i++) {
      weights[i] = present[i] ? 1 : 0;
    }
  }

  /** Puts straight lines across the gaps. */
  void bridge() {
    int left = 0;
    for (int i = 1; i < length; i++) {
      if (!present[i]) {
        continue;
      }
      double slope = (values[i] - values[left]) / (i - left);
      for (int k = left + 1; k < i; k++) {
        values[k] = values[left] + slope * (k - left);
      }
      left = i;
    }
  }

  /** Writes an estimate of the part back; NaN where nothing was measured. */
  void store(double[] estimate, float[] out) {
    Arrays.fill(out, 0, first, Float.NaN);
    for (int i = 0; i < length; i++) {
      out[first + i] = present[i] ? (float) estimate[i] : Float.NaN;
    }
    Arrays.fill(out, first + length, values.length, Float.NaN);
  }

  void storeNothing(float[] out) {
    Arrays.fill(out, 0, values.length, Float.NaN);
  }
}
