package org.debye.frame;

/**
 * Which corner of the image, seen from the sample, its first pixel stands for (pyFAI's and EXIF's
 * numbering). Calibrations without an orientation are {@link #BOTTOM_RIGHT}: nothing is mirrored.
 */
public enum Orientation {
  TOP_LEFT(1, true, true),
  TOP_RIGHT(2, true, false),
  BOTTOM_RIGHT(3, false, false),
  BOTTOM_LEFT(4, false, true);

  private final int number;
  private final boolean rowsMirrored;
  private final boolean columnsMirrored;

  Orientation(int number, boolean rowsMirrored, boolean columnsMirrored) {
    this.number = number;
    this.rowsMirrored = rowsMirrored;
    this.columnsMirrored = columnsMirrored;
  }

  /** The number that a PONI 2.1 file holds. */
  public int number() {
    return number;
  }

  /** Rows are counted from the far edge and the vertical coordinate changes its sign. */
  public boolean rowsMirrored() {
    return rowsMirrored;
  }

  /** Columns are counted from the far edge and the horizontal coordinate changes its sign. */
  public boolean columnsMirrored() {
    return columnsMirrored;
  }

  /** One axis alone is mirrored, so a pixel's outline is travelled the other way round. */
  boolean reversesOutline() {
    return rowsMirrored != columnsMirrored;
  }
}
