package org.debye.jobs.scene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One data element of a MATLAB file: a tag with type and length, then so many bytes, which are
 * there, as is checked before anything is made of them.
 *
 * @param type number of the format's table 1-1
 * @param data a view of the file, from its position to its limit
 */
record MatlabElement(int type, ByteBuffer data) {
  static final int TAG = 8;
  private static final int MATRIX = 14;
  private static final int COMPRESSED = 15;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int FIRST_NUMERIC_CLASS = 6;
  private static final int LAST_NUMERIC_CLASS = 15;
  private static final int COMPLEX = 0x800;
  private static final int MOST_DIMENSIONS = 32;

  /** A named array of real numbers. */
  record Variable(String name, NumberArray array) {}

  /** Reads the element at a buffer's position and goes to the next one. */
  static MatlabElement next(ByteBuffer from) throws IOException {
    int first = from.getInt();
    boolean small = first >>> 16 != 0;
    int type = small ? first & 0xFFFF : first;
    int length = small ? first >>> 16 : from.getInt();
    if (length < 0 || length > from.remaining() || (small && length > 4)) {
      throw new IOException("an element of " + Integer.toUnsignedString(length) + " bytes");
    }
    ByteBuffer data = from.slice(from.position(), length).order(from.order());
    // Elements begin at multiples of eight bytes, but for those that are compressed.
    int step =
        small ? 4 : type == COMPRESSED ? length : (int) Math.min(padded(length), from.remaining());
    from.position(from.position() + step);
    return new MatlabElement(type, data);
  }

  private static long padded(long length) {
    return (length + 7) / 8 * 8;
  }

  /** The variable that this is, or null where it is no array of real numbers with a name. */
  @Nullable Variable variable() throws IOException {
    if (type != MATRIX || data.remaining() < TAG) {
      return null;
    }
    MatlabElement head = next(data);
    int flags = head.type == UINT32 && head.data.remaining() >= 4 ? head.data.getInt() : 0;
    int kind = flags & 0xFF;
    if (kind < FIRST_NUMERIC_CLASS || kind > LAST_NUMERIC_CLASS || (flags & COMPLEX) != 0) {
      return null;
    }
    int[] shape = shape(next(data));
    String name = StandardCharsets.UTF_8.decode(next(data).data).toString();
    double[] values = next(data).numbers();
    if (count(shape) != values.length) {
      throw new IOException(
          "variable "
              + name
              + " is "
              + Arrays.toString(shape)
              + " of "
              + values.length
              + " numbers");
    }
    return name.isEmpty() || values.length == 0
        ? null
        : new Variable(name, NumberArray.ofColumns(shape, values));
  }

  private static int[] shape(MatlabElement lengths) throws IOException {
    int dimensions = lengths.data.remaining() / 4;
    if (lengths.type != INT32 || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IOException("an array of " + dimensions + " dimensions");
    }
    int[] shape = new int[dimensions];
    for (int d = 0; d < dimensions; d++) {
      shape[d] = lengths.data.getInt();
    }
    return shape;
  }

  /** Long.MAX_VALUE where it cannot be counted. */
  private static long count(int[] shape) throws IOException {
    long count = 1;
    for (int length : shape) {
      if (length < 0) {
        throw new IOException("an array of negative length");
      }
      count = count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * length;
    }
    return count;
  }

  private double[] numbers() throws IOException {
    double[] values = new double[data.remaining() / bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case 1 -> data.get();
            case 2 -> data.get() & 0xFF;
            case 3 -> data.getShort();
            case 4 -> data.getShort() & 0xFFFF;
            case INT32 -> data.getInt();
            case UINT32 -> data.getInt() & 0xFFFF_FFFFL;
            case 7 -> data.getFloat();
            case 9 -> data.getDouble();
            case 12 -> data.getLong();
            default -> unsigned(data.getLong());
          };
    }
    return values;
  }

  private int bytes() throws IOException {
    return switch (type) {
      case 1, 2 -> 1;
      case 3, 4 -> 2;
      case INT32, UINT32, 7 -> 4;
      case 9, 12, 13 -> 8;
      default -> throw new IOException("numbers of type " + type);
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
