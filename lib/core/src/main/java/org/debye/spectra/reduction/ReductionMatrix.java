package org.debye.spectra.reduction;

import java.util.ArrayList;
import java.util.List;
import org.debye.frame.FrameShape;

/**
 * The share of every unmasked pixel in every bin, cut into tiles.
 *
 * @param norms norm of each pixel of the image; 0 for pixels that are left out
 */
record ReductionMatrix(RadialBins bins, FrameShape shape, List<Tile> tiles, float[] norms) {

  /**
   * Splits all pixels. The image is walked in bands of {@link Tile#ROWS} rows, so that no more than
   * one band is held twice.
   */
  static ReductionMatrix build(
      PixelSplitter splitter, RadialBins bins, boolean[] mask, float[] norms, boolean unitNorm) {
    FrameShape shape = splitter.positions.shape();
    for (int i = 0; i < norms.length; i++) {
      if (mask[i]) {
        norms[i] = 0;
      }
    }
    List<Tile> tiles = new ArrayList<>();
    int across = (shape.columns() + Tile.COLUMNS - 1) / Tile.COLUMNS;
    TileBuilder[] builders = new TileBuilder[across];
    for (int t = 0; t < across; t++) {
      builders[t] = new TileBuilder();
    }
    float[] slotNorms = new float[Tile.SLOTS];
    for (int top = 0; top < shape.rows(); top += Tile.ROWS) {
      int rows = Math.min(Tile.ROWS, shape.rows() - top);
      splitBand(splitter, bins, norms, builders, top, rows);
      for (int t = 0; t < across; t++) {
        int left = t * Tile.COLUMNS;
        int columns = Math.min(Tile.COLUMNS, shape.columns() - left);
        slotNorms(shape, norms, unitNorm, new int[] {top, left, rows, columns}, slotNorms);
        Tile tile = builders[t].build(top, left, rows, columns, slotNorms);
        if (tile.segments() > 0) {
          tiles.add(tile);
        }
        builders[t].clear();
      }
    }
    return new ReductionMatrix(bins, shape, List.copyOf(tiles), norms);
  }

  private static void splitBand(
      PixelSplitter splitter,
      RadialBins bins,
      float[] norms,
      TileBuilder[] builders,
      int top,
      int rows) {
    int width = splitter.positions.shape().columns();
    for (int row = top; row < top + rows; row++) {
      splitter.startRow(row);
      for (int column = 0; column < width; column++) {
        if (norms[row * width + column] == 0) {
          continue;
        }
        int count = splitter.split(column, bins);
        if (count > 0) {
          int t = column / Tile.COLUMNS;
          int columns = Math.min(Tile.COLUMNS, width - t * Tile.COLUMNS);
          int slot = (row - top) * columns + column - t * Tile.COLUMNS;
          builders[t].add(slot, splitter.firstBin, splitter.weights, count);
        }
      }
    }
  }

  private static void slotNorms(
      FrameShape shape, float[] norms, boolean unitNorm, int[] box, float[] out) {
    int slot = 0;
    for (int row = box[0]; row < box[0] + box[2]; row++) {
      for (int column = box[1]; column < box[1] + box[3]; column++) {
        float norm = norms[row * shape.columns() + column];
        out[slot++] = unitNorm && norm != 0 ? 1 : norm;
      }
    }
  }

  /** Number of weights. */
  long size() {
    long size = 0;
    for (Tile tile : tiles) {
      size += tile.weight().length;
    }
    return size;
  }
}
