package org.debye.figures;

/** How pixels that stand in a list make an image. */
public record ImageShape(int rows, int columns, PixelOrder order) {

  /** Which neighbour follows a pixel in the list. */
  public enum PixelOrder {
    /** The next in its row, as C, numpy and most detectors count. */
    ROW_BY_ROW,
    /** The next in its column, as MATLAB and Fortran count. */
    COLUMN_BY_COLUMN
  }

  public ImageShape {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("no image has " + rows + " x " + columns + " pixels");
    }
  }

  int pixels() {
    return Math.multiplyExact(rows, columns);
  }

  /** Place in the list. */
  int index(int row, int column) {
    return order == PixelOrder.ROW_BY_ROW ? row * columns + column : column * rows + row;
  }
}
