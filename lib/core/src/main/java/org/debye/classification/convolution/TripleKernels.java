package org.debye.classification.convolution;

import java.util.Arrays;

/**
 * The 84 kernels of length 9 that have three weights of 2 and six of -1, as sums: with a = -(sum of
 * the nine shifted spectra) and g_j three times the spectrum shifted by (j - 4) dilations, kernel
 * (i, j, k) convolves to ((a + g_i) + g_j) + g_k, in this order of rounding. Outside of the
 * spectrum there are zeros. Not thread safe.
 */
final class TripleKernels {
  static final int LENGTH = 9;
  static final int COUNT = 84;
  private static final int HALF = LENGTH / 2;
  private static final int[] TRIPLES = triples();

  private final int points;
  private final int margin; // zeros on either side, four times the largest dilation
  private final float[] spectrum;
  private final float[] tripled;
  private final float[] negativeSum;
  private final float[] one;
  private final float[] two;
  private int dilation = 1;

  TripleKernels(DilationPlan plan) {
    points = plan.points();
    margin = HALF * plan.largest();
    spectrum = new float[points + 2 * margin];
    tripled = new float[points + 2 * margin];
    negativeSum = new float[points];
    one = new float[points];
    two = new float[points];
  }

  /** Takes a spectrum in, times a scale. */
  void take(float[] spectra, int at, float scale) {
    for (int i = 0; i < points; i++) {
      float x = spectra[at + i] * scale;
      spectrum[margin + i] = x;
      tripled[margin + i] = x + x + x;
    }
  }

  /** Sets the dilation of what follows and makes the sum that all kernels share. */
  void dilate(int by) {
    dilation = by;
    for (int i = 0; i < points; i++) {
      negativeSum[i] = -spectrum[margin + i];
    }
    for (int tap = 0; tap < LENGTH; tap++) {
      if (tap != HALF) {
        int from = margin + (tap - HALF) * dilation;
        for (int i = 0; i < points; i++) {
          negativeSum[i] -= spectrum[from + i];
        }
      }
    }
  }

  /** One kernel's convolution alone. */
  void convolve(int kernel, float[] out) {
    add(negativeSum, TRIPLES[3 * kernel], one);
    add(one, TRIPLES[3 * kernel + 1], two);
    add(two, TRIPLES[3 * kernel + 2], out);
  }

  /**
   * All kernels one after another, as whole numbers that are in the order of the convolution's
   * values ({@link #ordered}). Sums of two kernels' beginnings are shared.
   *
   * @param out P values, overwritten for each kernel
   */
  void forEach(int[] out, KernelReader reader) {
    int kernel = 0;
    for (int i = 0; i < LENGTH - 2; i++) {
      add(negativeSum, i, one);
      for (int j = i + 1; j < LENGTH - 1; j++) {
        add(one, j, two);
        for (int k = j + 1; k < LENGTH; k++) {
          addOrdered(two, margin + (k - HALF) * dilation, out);
          reader.read(kernel++);
        }
      }
    }
  }

  private void add(float[] sum, int tap, float[] out) {
    int from = margin + (tap - HALF) * dilation;
    for (int i = 0; i < points; i++) {
      out[i] = sum[i] + tripled[from + i];
    }
  }

  private void addOrdered(float[] sum, int from, int[] out) {
    for (int i = 0; i < points; i++) {
      int bits = Float.floatToRawIntBits(sum[i] + tripled[from + i]);
      out[i] = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
  }

  /**
   * A whole number for a float, in the same order. A convolution is never -0: it is a sum in which
   * +0 and -0 make +0.
   */
  static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static int[] triples() {
    int[] triples = new int[3 * COUNT];
    int at = 0;
    for (int i = 0; i < LENGTH; i++) {
      for (int j = i + 1; j < LENGTH; j++) {
        for (int k = j + 1; k < LENGTH; k++) {
          triples[at++] = i;
          triples[at++] = j;
          triples[at++] = k;
        }
      }
    }
    return Arrays.copyOf(triples, at);
  }

  /** Is told that a kernel's convolution is there. */
  interface KernelReader {
    void read(int kernel);
  }
}
