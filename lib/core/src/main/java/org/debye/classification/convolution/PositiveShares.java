package org.debye.classification.convolution;

/**
 * Shares of a kernel's convolution above each bias. Comparing floats in a loop does not become
 * vector code on HotSpot 17, subtracting whole numbers does: the spectrum is scaled by a power of
 * two so that convolutions lie within (-1, 1), where floats as ordered whole numbers differ by less
 * than 2^31, and value > bias is the sign bit of bias - value. Exact, but for values below 2^-120
 * of the largest.
 */
final class PositiveShares implements SpectrumTransform.Extraction {
  private static final int STRIPS = 8;
  private static final int HEADROOM = 5; // |convolution| <= 18 max |x| < 2^5 max |x|

  private final DilationPlan plan;
  private final float[] biases;
  private final TripleKernels kernels;
  private final int[] values;
  private final int[] partial;

  PositiveShares(DilationPlan plan, float[] biases) {
    this.plan = plan;
    this.biases = biases;
    kernels = new TripleKernels(plan);
    values = new int[plan.points()];
    partial = new int[plan.points() / STRIPS + 1];
  }

  @Override
  public void extract(float[] spectra, int at, float[] features, int to) {
    float scale = scale(spectra, at);
    kernels.take(spectra, at, scale);
    int first = 0;
    for (int d = 0; d < plan.size(); d++) {
      int dilation = d;
      int start = first;
      int each = plan.features(d);
      kernels.dilate(plan.dilation(d));
      kernels.forEach(
          values,
          kernel -> shares(dilation, kernel, start + kernel * each, each, scale, features, to));
      first += TripleKernels.COUNT * each;
    }
  }

  /** Every other kernel sees only where it lies wholly on the spectrum. */
  private void shares(
      int d, int kernel, int first, int each, float scale, float[] features, int to) {
    int margin = (d + kernel) % 2 == 0 ? 0 : 4 * plan.dilation(d);
    int from = margin;
    int end = plan.points() - margin;
    for (int f = first; f < first + each; f++) {
      float bias = Math.min(Math.max(biases[f] * scale, -1), 1);
      int above = above(values, from, end, TripleKernels.ordered(bias), partial);
      features[to + f] = (float) above / (end - from);
    }
  }

  /** How many of the values are above the threshold; no difference of two may overflow. */
  static int above(int[] values, int from, int end, int threshold, int[] partial) {
    int strip = (end - from) / STRIPS;
    int s1 = from + strip;
    int s2 = s1 + strip;
    int s3 = s2 + strip;
    int s4 = s3 + strip;
    int s5 = s4 + strip;
    int s6 = s5 + strip;
    int s7 = s6 + strip;
    for (int i = 0; i < strip; i++) {
      partial[i] =
          ((threshold - values[from + i]) >>> 31)
              + ((threshold - values[s1 + i]) >>> 31)
              + ((threshold - values[s2 + i]) >>> 31)
              + ((threshold - values[s3 + i]) >>> 31)
              + ((threshold - values[s4 + i]) >>> 31)
              + ((threshold - values[s5 + i]) >>> 31)
              + ((threshold - values[s6 + i]) >>> 31)
              + ((threshold - values[s7 + i]) >>> 31);
    }
    int sum = 0;
    for (int i = 0; i < strip; i++) {
      sum += partial[i];
    }
    for (int i = s7 + strip; i < end; i++) {
      sum += (threshold - values[i]) >>> 31;
    }
    return sum;
  }

  private float scale(float[] spectra, int at) {
    float largest = 0;
    for (int i = 0; i < plan.points(); i++) {
      largest = Math.max(largest, Math.abs(spectra[at + i]));
    }
    if (largest == 0) {
      return 1;
    }
    int exponent = -(Math.getExponent(largest) + 1 + HEADROOM);
    return Math.scalb(1f, Math.min(Math.max(exponent, -126), 127));
  }
}
