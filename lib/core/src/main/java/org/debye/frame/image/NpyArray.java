package org.debye.frame.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.failure.InputException;
import org.debye.frame.PixelType;

/**
 * An array as numpy.save writes it: NPY format versions 1.0, 2.0 and 3.0 (NEP 1). Arrays of Python
 * objects hold pickles, which are never opened.
 *
 * @param shape as numpy tells it; empty for a single number
 * @param values in C order, the last index running fastest, whatever the order in the file
 */
public record NpyArray(int[] shape, double[] values) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([^)]*)\\)");

  /** What numpy allows. */
  private static final int MOST_DIMENSIONS = 64;

  /** Whether the bytes begin as an NPY file does. */
  public static boolean recognises(byte[] bytes) {
    if (bytes.length < MAGIC.length) {
      return false;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads an array.
   *
   * @param name for messages
   * @throws InputException UNREADABLE_FILE
   */
  public static NpyArray read(String name, byte[] bytes) {
    if (!recognises(bytes) || bytes.length < 12) {
      throw damaged(name, "no complete NPY header");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean wide = bytes[6] > 1;
    long headerLength = wide ? buffer.getInt(8) & 0xffffffffL : buffer.getShort(8) & 0xffff;
    int headerStart = wide ? 12 : 10;
    if (bytes[6] < 1 || bytes[6] > 3 || headerLength > bytes.length - headerStart) {
      throw damaged(name, "no complete NPY header of version 1, 2 or 3");
    }
    int dataStart = headerStart + (int) headerLength;
    String header = new String(bytes, headerStart, (int) headerLength, StandardCharsets.UTF_8);
    String type = first(TYPE, header, name, "no plain number type");
    int[] shape = shape(name, first(SHAPE, header, name, "no shape"));
    PixelType pixel = pixelType(name, type);
    buffer.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    buffer.position(dataStart);
    double[] values = new double[count(name, shape, buffer.remaining() / pixel.bytes())];
    PixelBytes.decode(buffer, pixel, values);
    boolean fortran = first(ORDER, header, name, "no fortran_order").equals("True");
    return new NpyArray(shape, fortran ? fromFortran(values, shape) : values);
  }

  private static int[] shape(String name, String text) {
    String[] parts = text.isBlank() ? new String[0] : text.split(",", -1);
    int dimensions =
        parts.length > 0 && parts[parts.length - 1].isBlank() ? parts.length - 1 : parts.length;
    if (dimensions > MOST_DIMENSIONS) {
      throw damaged(name, dimensions + " dimensions");
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      try {
        shape[i] = Integer.parseInt(parts[i].strip());
      } catch (NumberFormatException e) {
        throw damaged(name, "the shape (" + text + ")");
      }
    }
    return shape;
  }

  private static int count(String name, int[] shape, int available) {
    long count = 1;
    for (int length : shape) {
      if (length < 0) {
        throw damaged(name, "a negative length");
      }
      count *= length;
      if (count > available) {
        throw damaged(name, "fewer values than its shape asks for");
      }
    }
    return (int) count;
  }

  private static PixelType pixelType(String name, String type) {
    String order = type.isEmpty() ? "" : type.substring(0, 1);
    String kind = "<>|=".contains(order) && !order.isEmpty() ? type.substring(1) : type;
    return switch (kind) {
      case "b1", "u1" -> PixelType.UINT8;
      case "i1" -> PixelType.INT8;
      case "u2" -> PixelType.UINT16;
      case "i2" -> PixelType.INT16;
      case "u4" -> PixelType.UINT32;
      case "i4" -> PixelType.INT32;
      case "u8" -> PixelType.UINT64;
      case "i8" -> PixelType.INT64;
      case "f2" -> PixelType.FLOAT16;
      case "f4" -> PixelType.FLOAT32;
      case "f8" -> PixelType.FLOAT64;
      default ->
          throw ImageFile.unreadable(
              name,
              "numpy type '" + type + "' is not read",
              "Save it as bool, integers or floats of up to 64 bits: numpy.save(file,"
                  + " array.astype('f8')).");
    };
  }

  private static double[] fromFortran(double[] values, int[] shape) {
    double[] ordered = new double[values.length];
    int[] index = new int[shape.length];
    for (double value : values) {
      int at = 0;
      for (int d = 0; d < shape.length; d++) {
        at = at * shape[d] + index[d];
      }
      ordered[at] = value;
      for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
        index[d] = 0;
      }
    }
    return ordered;
  }

  private static String first(Pattern pattern, String header, String name, String missing) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw damaged(name, missing);
    }
    return matcher.group(1);
  }

  private static InputException damaged(String name, String what) {
    return ImageFile.unreadable(
        name,
        "an NPY file with " + what,
        "Save it again with numpy.save, as an array of plain numbers.");
  }
}
