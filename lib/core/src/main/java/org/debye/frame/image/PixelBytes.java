package org.debye.frame.image;

import java.nio.ByteBuffer;
import org.debye.frame.PixelType;

/** Turns stored numbers into doubles. */
final class PixelBytes {
  private PixelBytes() {}

  /**
   * Decodes {@code values.length} numbers.
   *
   * @param from positioned at the first number, in the right byte order; advanced
   */
  static void decode(ByteBuffer from, PixelType type, double[] values) {
    decode(from, type, values, 0, values.length);
  }

  static void decode(ByteBuffer from, PixelType type, double[] values, int offset, int count) {
    int end = offset + count;
    for (int i = offset; i < end; i++) {
      values[i] =
          switch (type) {
            case UINT8 -> from.get() & 0xff;
            case INT8 -> from.get();
            case UINT16 -> from.getShort() & 0xffff;
            case INT16 -> from.getShort();
            case UINT32 -> from.getInt() & 0xffffffffL;
            case INT32 -> from.getInt();
            case UINT64 -> unsigned(from.getLong());
            case INT64 -> from.getLong();
            case FLOAT16 -> half(from.getShort());
            case FLOAT32 -> from.getFloat();
            case FLOAT64 -> from.getDouble();
          };
    }
  }

  private static double unsigned(long bits) {
    // Halving keeps the lost bit as a sticky one, so that the rounding is that of the whole number.
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb(fraction + 1024.0, exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
