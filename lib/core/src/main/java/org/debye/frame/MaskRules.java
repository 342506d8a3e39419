package org.debye.frame;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which pixels are left out because of their value or of what the file says of them. Everything is
 * left out by default: one unmasked gap or -1 bends a bin by up to half of the maximum.
 *
 * @param gaps pixels that no module covers
 * @param negative values below zero
 * @param saturated values at or above the saturation value
 * @param fileBits pixels that the file's own pixel_mask marks (any bit)
 * @param saturation counts; given, else the file's, else the type's largest value (the gap and
 *     overflow mark of Dectris detectors)
 * @param dummy value that means "no data"
 * @param deltaDummy half width around the dummy value
 */
public record MaskRules(
    boolean gaps,
    boolean negative,
    boolean saturated,
    boolean fileBits,
    @Nullable Double saturation,
    @Nullable Double dummy,
    double deltaDummy)
    implements Serializable {

  public static MaskRules everything() {
    return new MaskRules(true, true, true, true, null, null, 0);
  }

  public static MaskRules nothing() {
    return new MaskRules(false, false, false, false, null, null, 0);
  }
}
