package org.debye.hdf5.virtual;

import java.io.Serializable;
import org.debye.frame.FrameShape;

/**
 * A rectangle of an image that comes from a rectangle of a source's image of the same extent.
 *
 * @param row of the image, first
 * @param sourceRow of the source's image, first
 */
public record FrameTile(int row, int column, int rows, int columns, int sourceRow, int sourceColumn)
    implements Serializable {
  /** The whole image from the whole source. */
  public static FrameTile whole(FrameShape image) {
    return new FrameTile(0, 0, image.rows(), image.columns(), 0, 0);
  }

  public int pixels() {
    return rows * columns;
  }

  /** What this tile shows where its source is itself made of {@code inner}; null if nothing. */
  @org.jspecify.annotations.Nullable
  FrameTile over(FrameTile inner) {
    int top = Math.max(sourceRow, inner.row);
    int left = Math.max(sourceColumn, inner.column);
    int bottom = Math.min(sourceRow + rows, inner.row + inner.rows);
    int right = Math.min(sourceColumn + columns, inner.column + inner.columns);
    if (bottom <= top || right <= left) {
      return null;
    }
    return new FrameTile(
        row + top - sourceRow,
        column + left - sourceColumn,
        bottom - top,
        right - left,
        inner.sourceRow + top - inner.row,
        inner.sourceColumn + left - inner.column);
  }
}
