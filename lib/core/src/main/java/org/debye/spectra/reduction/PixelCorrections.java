package org.debye.spectra.reduction;

import org.debye.frame.MaskRules;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the single pixels, on the assembled and flipped image, row major.
 *
 * @param mask true is left out; length 0 where there is none. Held, not copied.
 * @param rules which values, gaps included, are left out besides
 * @param dark counts of one frame, subtracted from every frame; length 0 where there is none
 * @param flat relative response; pixels with a flat of 0 or NaN are left out; length 0 where there
 *     is none
 * @param saturation the file's saturation value, used where the rules give none
 */
public record PixelCorrections(
    boolean[] mask, MaskRules rules, float[] dark, float[] flat, @Nullable Double saturation) {

  /** Only the rules. */
  public static PixelCorrections of(MaskRules rules) {
    return new PixelCorrections(new boolean[0], rules, new float[0], new float[0], null);
  }

  public PixelCorrections withMask(boolean[] value) {
    return new PixelCorrections(value, rules, dark, flat, saturation);
  }
}
