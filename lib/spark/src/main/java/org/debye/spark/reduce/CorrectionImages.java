package org.debye.spark.reduce;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.image.ImageData;
import org.debye.provenance.Digest;
import org.debye.spark.file.ImageSource;
import org.jspecify.annotations.Nullable;

/**
 * The user's mask, dark and flat, read once and shipped. All of one shape, that of the assembled
 * and flipped image.
 *
 * @param shape null where none is given
 * @param mask the masks together; length 0 where none is given
 * @param dark length 0 where none is given
 * @param flat length 0 where none is given
 * @param digest of the values
 */
record CorrectionImages(
    @Nullable FrameShape shape, boolean[] mask, float[] dark, float[] flat, String digest)
    implements Serializable {

  /**
   * Reads them.
   *
   * @throws InputException where one cannot be read, or two differ in shape
   */
  static CorrectionImages read(CorrectionSettings settings, ImageSource images) {
    FrameShape shape = null;
    boolean[] mask = new boolean[0];
    for (String location : settings.masks()) {
      ImageData image = images.read(location);
      shape = same(shape, image.shape(), location);
      mask = merge(mask, image.asMask());
    }
    float[] dark = new float[0];
    if (settings.dark() != null) {
      ImageData image = images.read(settings.dark());
      shape = same(shape, image.shape(), settings.dark());
      dark = floats(image);
    }
    float[] flat = new float[0];
    if (settings.flat() != null) {
      ImageData image = images.read(settings.flat());
      shape = same(shape, image.shape(), settings.flat());
      flat = floats(image);
    }
    String digest = new Digest().add(mask).add(dark).add(flat).add(shape).hex();
    return new CorrectionImages(shape, mask, dark, flat, digest);
  }

  private static FrameShape same(@Nullable FrameShape before, FrameShape shape, String location) {
    if (before != null && !before.equals(shape)) {
      throw InputException.of(
          FailureCode.MASK_MISMATCH,
          location,
          "this image has " + shape + " pixels, another one " + before,
          "Give masks, dark and flat of the same assembled and flipped image.");
    }
    return shape;
  }

  private static boolean[] merge(boolean[] mask, boolean[] more) {
    if (mask.length == 0) {
      return more;
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] |= more[i];
    }
    return mask;
  }

  private static float[] floats(ImageData image) {
    float[] values = new float[image.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) image.values()[i];
    }
    return values;
  }

  /**
   * Checks that they are of the dataset's image.
   *
   * @throws InputException MASK_MISMATCH
   */
  void requireShape(FrameShape image, String where) {
    if (shape != null && !shape.equals(image)) {
      throw InputException.of(
          FailureCode.MASK_MISMATCH,
          where,
          "its images have " + image + " pixels, mask, dark or flat " + shape,
          "Give masks, dark and flat of the assembled and flipped image.");
    }
  }
}
