package org.debye.simulation;

import org.debye.frame.FrameShape;
import org.debye.numeric.RandomStream;

/**
 * What a LAMBDA module says of its pixels, in the bits of NeXus {@code pixel_mask}: two sensors
 * side by side with a gap of ten columns between them, chips of 256 x 256 pixels with six rows or
 * columns of made-up pixels where they meet, and pixels that do not work, strewn at random.
 */
final class ChipMask {
  /** No sensor here; the stored value is -1. */
  static final int GAP = 1;

  /** Dead and under-responding: bits 1 and 2, as LAMBDA marks them; the stored value is 0. */
  static final int DEAD = 6;

  /** Noisy: counts what is not there. */
  static final int NOISY = 16;

  /** No pixel of its own: filled in where chips meet, and 0 without interpolation. */
  static final int VIRTUAL = 1 << 31;

  private static final int CHIP_PITCH = 260;
  private static final int GAP_COLUMNS = 10;

  private ChipMask() {}

  static int[] of(FrameShape shape, RampDetector detector, RandomStream random) {
    int[] mask = new int[shape.pixels()];
    int gapFrom = (shape.columns() - GAP_COLUMNS) / 2;
    for (int i = 0; i < mask.length; i++) {
      int row = i / shape.columns();
      int column = i % shape.columns();
      double lot = random.nextDouble();
      if (column >= gapFrom && column < gapFrom + GAP_COLUMNS) {
        mask[i] = GAP;
      } else if (seam(row, shape.rows()) || seam(column, shape.columns())) {
        mask[i] = VIRTUAL;
      } else if (lot < detector.deadShare()) {
        mask[i] = DEAD;
      } else if (lot < detector.deadShare() + detector.noisyShare()) {
        mask[i] = NOISY;
      }
    }
    return mask;
  }

  /** The last pixel of a chip, four of the space between, and the first of the next chip. */
  private static boolean seam(int index, int length) {
    int within = index % CHIP_PITCH;
    boolean last = within >= CHIP_PITCH - 5 && index + CHIP_PITCH - within < length;
    return last || (within == 0 && index > 0 && index < length);
  }
}
