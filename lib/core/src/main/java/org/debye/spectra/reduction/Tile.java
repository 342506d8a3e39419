package org.debye.spectra.reduction;

/**
 * The part of the reduction matrix that belongs to a small rectangle of the image, sorted by bin.
 * The values of a tile for all lanes stay in the processor's cache while its bins are summed.
 *
 * @param row first row of the rectangle
 * @param column first column
 * @param rows height
 * @param columns width; a pixel's slot is (row in tile) * columns + (column in tile)
 * @param firstBin bin of the first segment; segments are consecutive bins
 * @param start start of each segment in {@code slot} and {@code weight}, length segments + 1
 * @param slot pixel of each weight, as an unsigned 16-bit number
 * @param weight share of the pixel that its bin gets
 * @param norm sum over each segment of weight times pixel norm
 */
record Tile(
    int row,
    int column,
    int rows,
    int columns,
    int firstBin,
    int[] start,
    char[] slot,
    float[] weight,
    double[] norm) {
  /** Edges of a tile in pixels: measured, see ReductionBenchmark. */
  static final int ROWS = 64;

  static final int COLUMNS = 64;
  static final int SLOTS = ROWS * COLUMNS;

  int segments() {
    return norm.length;
  }
}
