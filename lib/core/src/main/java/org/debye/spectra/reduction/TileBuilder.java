package org.debye.spectra.reduction;

import java.util.Arrays;

/** Collects the bins of a tile's pixels in pixel order and sorts them by bin. Reused. */
final class TileBuilder {
  private int pixels;
  private int count;
  private char[] slots = new char[Tile.SLOTS];
  private int[] firstBins = new int[Tile.SLOTS];
  private int[] ends = new int[Tile.SLOTS];
  private float[] weights = new float[8 * Tile.SLOTS];

  void clear() {
    pixels = 0;
    count = 0;
  }

  void add(int slot, int firstBin, float[] from, int bins) {
    if (count + bins > weights.length) {
      weights = Arrays.copyOf(weights, Math.max(count + bins, 2 * weights.length));
    }
    System.arraycopy(from, 0, weights, count, bins);
    count += bins;
    slots[pixels] = (char) slot;
    firstBins[pixels] = firstBin;
    ends[pixels] = count;
    pixels++;
  }

  /**
   * Sorts what was added.
   *
   * @param norms norm of each pixel by slot
   */
  Tile build(int row, int column, int rows, int columns, float[] norms) {
    int low = Integer.MAX_VALUE;
    int high = -1;
    for (int p = 0; p < pixels; p++) {
      low = Math.min(low, firstBins[p]);
      high = Math.max(high, firstBins[p] + ends[p] - begin(p));
    }
    int segments = Math.max(0, high - low);
    int[] start = new int[segments + 1];
    for (int p = 0; p < pixels; p++) {
      int bin = firstBins[p] - low;
      for (int k = begin(p); k < ends[p]; k++) {
        start[++bin]++;
      }
    }
    for (int s = 0; s < segments; s++) {
      start[s + 1] += start[s];
    }
    return fill(
        new Tile(
            row,
            column,
            rows,
            columns,
            low,
            start,
            new char[count],
            new float[count],
            new double[segments]),
        norms);
  }

  private Tile fill(Tile tile, float[] norms) {
    int[] next = Arrays.copyOf(tile.start(), tile.segments());
    for (int p = 0; p < pixels; p++) {
      int segment = firstBins[p] - tile.firstBin();
      for (int k = begin(p); k < ends[p]; k++, segment++) {
        int at = next[segment]++;
        tile.slot()[at] = slots[p];
        tile.weight()[at] = weights[k];
        tile.norm()[segment] += (double) weights[k] * norms[slots[p]];
      }
    }
    return tile;
  }

  private int begin(int pixel) {
    return pixel == 0 ? 0 : ends[pixel - 1];
  }
}
