package org.debye.frame.image;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;

/**
 * Reads an image file of any supported format, told by its first bytes and not by its name:
 *
 * <ul>
 *   <li>EDF, all integer types and both float types of fabio, both byte orders, plain or compressed
 *       inside;
 *   <li>NPY versions 1 to 3, bool and every real number type up to 64 bits, C and Fortran order;
 *   <li>TIFF, one sample a pixel: 1-bit, 8- to 64-bit integers, 32- and 64-bit floats, in strips or
 *       tiles, uncompressed, PackBits, LZW or Deflate.
 * </ul>
 *
 * Each may also be gzipped as a whole.
 */
public final class ImageFile {
  private ImageFile() {}

  /**
   * Reads the first image.
   *
   * @param name for messages
   * @throws InputException UNREADABLE_FILE, where the format is unknown, damaged or of a kind that
   *     is not read
   */
  public static ImageData read(String name, byte[] bytes) {
    return read(name, bytes, 0);
  }

  /**
   * Reads one of several images: an EDF block, a TIFF page, a plane of a three-dimensional NPY.
   *
   * @param image counted from 0
   */
  public static ImageData read(String name, byte[] bytes, int image) {
    byte[] plain = Gzip.unpacked(name, bytes, FailureCode.UNREADABLE_FILE);
    if (NpyArray.recognises(plain)) {
      return plane(name, NpyArray.read(name, plain), image);
    }
    if (TiffFile.recognises(plain)) {
      return new TiffFile(name, plain).read(image);
    }
    if (EdfFile.recognises(plain)) {
      return new EdfFile(name, plain).read(image);
    }
    throw unreadable(
        name, "neither EDF, NPY nor TIFF by its first bytes", "Save the image as one of these.");
  }

  private static ImageData plane(String name, NpyArray array, int image) {
    int[] shape = array.shape();
    if (shape.length != 2 && shape.length != 3) {
      throw unreadable(
          name,
          "an array of " + shape.length + " dimensions where an image needs 2",
          "Save the image as a two-dimensional array.");
    }
    requireImage(name, image, shape.length == 2 ? 1 : shape[0]);
    FrameShape frame =
        shape(name, shape[shape.length - 2], shape[shape.length - 1], array.values().length);
    double[] values = new double[frame.pixels()];
    System.arraycopy(array.values(), image * values.length, values, 0, values.length);
    return new ImageData(frame, values);
  }

  static FrameShape shape(String name, long rows, long columns, long available) {
    if (rows <= 0 || columns <= 0 || rows > available || columns > available / rows) {
      throw unreadable(
          name,
          "says it holds " + rows + " x " + columns + " pixels, which its data cannot fill",
          "The file is truncated or damaged: save it again.");
    }
    return new FrameShape((int) rows, (int) columns);
  }

  static void requireImage(String name, long image, long images) {
    if (image < 0 || image >= images) {
      throw unreadable(
          name,
          "no image " + image + ", there are " + images,
          "Images are counted from 0: choose one that is there.");
    }
  }

  static InputException unreadable(String name, String problem, String remedy) {
    return InputException.of(FailureCode.UNREADABLE_FILE, name, problem, remedy);
  }
}
