package org.debye.frame.image;

import org.debye.frame.FrameShape;

/**
 * A decoded image.
 *
 * @param values row major, rows in the order of the file; 64-bit integers are rounded to 53 bits
 */
public record ImageData(FrameShape shape, double[] values) {
  public ImageData {
    if (values.length != shape.pixels()) {
      throw new IllegalArgumentException(values.length + " values do not fill " + shape);
    }
  }

  /** As a mask in pyFAI's sense: true (masked) where the value is not zero, NaN included. */
  public boolean[] asMask() {
    boolean[] masked = new boolean[values.length];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = values[i] != 0;
    }
    return masked;
  }
}
