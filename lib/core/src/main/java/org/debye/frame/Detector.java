package org.debye.frame;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A flat detector with square or oblong pixels, all alike.
 *
 * @param name as the calibration gives it; {@code Detector} for a generic one
 * @param pixel1 pixel size along the rows' direction (slow axis), m
 * @param pixel2 pixel size along the columns' direction (fast axis), m
 * @param shape of its images, if the calibration says so
 * @param gaps how its image is divided into modules
 */
public record Detector(
    String name,
    double pixel1,
    double pixel2,
    @Nullable FrameShape shape,
    Orientation orientation,
    ModuleGaps gaps)
    implements Serializable {

  public Detector {
    if (!(pixel1 > 0 && pixel2 > 0)) {
      throw new IllegalArgumentException(
          "pixel sizes must be positive, got " + pixel1 + " and " + pixel2);
    }
  }

  /** A generic detector without gaps, of any shape. */
  public static Detector generic(double pixel1, double pixel2) {
    return new Detector(
        "Detector", pixel1, pixel2, null, Orientation.BOTTOM_RIGHT, ModuleGaps.NONE);
  }

  public Detector withOrientation(Orientation value) {
    return new Detector(name, pixel1, pixel2, shape, value, gaps);
  }

  public Detector withShape(FrameShape value) {
    return new Detector(name, pixel1, pixel2, value, orientation, gaps);
  }

  /** Pixels of an image that are no pixels, row major: true is a gap. */
  public boolean[] gapMask(FrameShape image) {
    return gaps.mask(image);
  }
}
