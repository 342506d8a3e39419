package org.debye.spectra.reduction;

/**
 * The inner loops: sums the values of a tile's pixels by bin, eight lanes at once.
 *
 * <p>Partial sums are single precision and short (the pixels of one bin in one tile); they are
 * added up in double precision, so that a bin of a million pixels keeps six digits. Math.fma is one
 * instruction on every x86-64 processor since 2013 and on ARM64.
 */
final class TileKernel {
  private TileKernel() {}

  /**
   * Adds weight times value, for all bins of a tile and all lanes.
   *
   * @param values slot-major, 8 lanes for each slot
   * @param sums bin-major, 8 lanes for each bin. Modified.
   */
  static void add(Tile tile, float[] values, double[] sums) {
    int[] start = tile.start();
    char[] slot = tile.slot();
    float[] weight = tile.weight();
    for (int s = 0; s < tile.segments(); s++) {
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      float s4 = 0;
      float s5 = 0;
      float s6 = 0;
      float s7 = 0;
      for (int j = start[s]; j < start[s + 1]; j++) {
        int at = slot[j] << 3;
        float w = weight[j];
        s0 = Math.fma(w, values[at], s0);
        s1 = Math.fma(w, values[at + 1], s1);
        s2 = Math.fma(w, values[at + 2], s2);
        s3 = Math.fma(w, values[at + 3], s3);
        s4 = Math.fma(w, values[at + 4], s4);
        s5 = Math.fma(w, values[at + 5], s5);
        s6 = Math.fma(w, values[at + 6], s6);
        s7 = Math.fma(w, values[at + 7], s7);
      }
      int at = (tile.firstBin() + s) << 3;
      sums[at] += s0;
      sums[at + 1] += s1;
      sums[at + 2] += s2;
      sums[at + 3] += s3;
      sums[at + 4] += s4;
      sums[at + 5] += s5;
      sums[at + 6] += s6;
      sums[at + 7] += s7;
    }
  }

  /**
   * Adds weight times value and weight times variance in one go, which is a sixth faster than one
   * after the other where there are 32 registers.
   *
   * @param squared take variances by the squares of the weights
   * @param work values and variances of the tile; its sums of both are modified
   */
  static void addWithVariance(Tile tile, boolean squared, BlockWorkspace work) {
    float[] values = work.values;
    float[] variances = work.variances;
    int[] start = tile.start();
    char[] slot = tile.slot();
    float[] weight = tile.weight();
    for (int s = 0; s < tile.segments(); s++) {
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      float s4 = 0;
      float s5 = 0;
      float s6 = 0;
      float s7 = 0;
      float v0 = 0;
      float v1 = 0;
      float v2 = 0;
      float v3 = 0;
      float v4 = 0;
      float v5 = 0;
      float v6 = 0;
      float v7 = 0;
      for (int j = start[s]; j < start[s + 1]; j++) {
        int at = slot[j] << 3;
        float w = weight[j];
        float w2 = squared ? w * w : w;
        s0 = Math.fma(w, values[at + 0], s0);
        s1 = Math.fma(w, values[at + 1], s1);
        s2 = Math.fma(w, values[at + 2], s2);
        s3 = Math.fma(w, values[at + 3], s3);
        s4 = Math.fma(w, values[at + 4], s4);
        s5 = Math.fma(w, values[at + 5], s5);
        s6 = Math.fma(w, values[at + 6], s6);
        s7 = Math.fma(w, values[at + 7], s7);
        v0 = Math.fma(w2, variances[at + 0], v0);
        v1 = Math.fma(w2, variances[at + 1], v1);
        v2 = Math.fma(w2, variances[at + 2], v2);
        v3 = Math.fma(w2, variances[at + 3], v3);
        v4 = Math.fma(w2, variances[at + 4], v4);
        v5 = Math.fma(w2, variances[at + 5], v5);
        v6 = Math.fma(w2, variances[at + 6], v6);
        v7 = Math.fma(w2, variances[at + 7], v7);
      }
      int at = (tile.firstBin() + s) << 3;
      work.signalSums[at + 0] += s0;
      work.signalSums[at + 1] += s1;
      work.signalSums[at + 2] += s2;
      work.signalSums[at + 3] += s3;
      work.signalSums[at + 4] += s4;
      work.signalSums[at + 5] += s5;
      work.signalSums[at + 6] += s6;
      work.signalSums[at + 7] += s7;
      work.varianceSums[at + 0] += v0;
      work.varianceSums[at + 1] += v1;
      work.varianceSums[at + 2] += v2;
      work.varianceSums[at + 3] += v3;
      work.varianceSums[at + 4] += v4;
      work.varianceSums[at + 5] += v5;
      work.varianceSums[at + 6] += v6;
      work.varianceSums[at + 7] += v7;
    }
  }

  /**
   * Brings the pixels of a tile together: 8 lanes for each slot.
   *
   * @param images one for each lane
   * @param width columns of the images
   * @param out slot-major. Modified.
   * @return whether some value is NaN
   */
  static boolean gather(Tile tile, float[][] images, int width, float[] out) {
    float[] i0 = images[0];
    float[] i1 = images[1];
    float[] i2 = images[2];
    float[] i3 = images[3];
    float[] i4 = images[4];
    float[] i5 = images[5];
    float[] i6 = images[6];
    float[] i7 = images[7];
    boolean missing = false;
    int at = 0;
    for (int row = 0; row < tile.rows(); row++) {
      int from = (tile.row() + row) * width + tile.column();
      int to = from + tile.columns();
      float check = 0;
      for (int p = from; p < to; p++, at += 8) {
        float a = i0[p];
        float b = i1[p];
        float c = i2[p];
        float d = i3[p];
        float e = i4[p];
        float f = i5[p];
        float g = i6[p];
        float h = i7[p];
        out[at] = a;
        out[at + 1] = b;
        out[at + 2] = c;
        out[at + 3] = d;
        out[at + 4] = e;
        out[at + 5] = f;
        out[at + 6] = g;
        out[at + 7] = h;
        check += ((a + b) + (c + d)) + ((e + f) + (g + h));
      }
      missing |= Float.isNaN(check);
    }
    return missing;
  }
}
