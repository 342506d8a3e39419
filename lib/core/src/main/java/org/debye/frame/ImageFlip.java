package org.debye.frame;

/** How the assembled image is turned over before the geometry is applied. */
public enum ImageFlip {
  NONE,
  /** The row order is reversed: {@code image[::-1, :]}. */
  VERTICAL,
  /** The column order is reversed: {@code image[:, ::-1]}. */
  HORIZONTAL,
  /** Both, a rotation by 180 degrees. */
  BOTH
}
