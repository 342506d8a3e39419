package org.debye.frame;

import java.io.Serializable;

/**
 * Extent of a detector image. Rows are the slow axis (pyFAI's axis 1, vertical), columns the fast
 * one (axis 2, horizontal).
 */
public record FrameShape(int rows, int columns) implements Serializable {
  public FrameShape {
    if (rows <= 0 || columns <= 0) {
      throw new IllegalArgumentException(
          "frame shape must be positive, got " + rows + " x " + columns);
    }
    Math.multiplyExact(rows, columns);
  }

  public int pixels() {
    return rows * columns;
  }

  @Override
  public String toString() {
    return rows + " x " + columns;
  }
}
