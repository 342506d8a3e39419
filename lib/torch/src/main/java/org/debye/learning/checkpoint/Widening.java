package org.debye.learning.checkpoint;

import java.nio.ByteBuffer;

/**
 * Numbers of little-endian bytes in a type that holds every one of them exactly. Each method reads
 * a page from its start to its end.
 */
final class Widening {
  private Widening() {}

  static boolean toFloat(ElementType type) {
    return type == ElementType.F32 || type == ElementType.F16 || type == ElementType.BF16;
  }

  static boolean toDouble(ElementType type) {
    return type == ElementType.F64 || toFloat(type);
  }

  static boolean toLong(ElementType type) {
    return !toDouble(type) && type != ElementType.U64;
  }

  /** Fills {@code out} from {@code at} on and returns where the next page goes. */
  static int floats(ElementType type, ByteBuffer page, float[] out, int at) {
    int count = page.remaining() / type.bytes();
    if (type == ElementType.F32) {
      page.asFloatBuffer().get(out, at, count);
    } else {
      for (int i = 0; i < count; i++) {
        out[at + i] = halfWidth(type, page.getShort(page.position() + 2 * i));
      }
    }
    return at + count;
  }

  /** As {@link #floats}. */
  static int doubles(ElementType type, ByteBuffer page, double[] out, int at) {
    int count = page.remaining() / type.bytes();
    int from = page.position();
    switch (type) {
      case F64 -> page.asDoubleBuffer().get(out, at, count);
      case F32 -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = page.getFloat(from + 4 * i);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          out[at + i] = halfWidth(type, page.getShort(from + 2 * i));
        }
      }
    }
    return at + count;
  }

  /** As {@link #floats}. */
  static int longs(ElementType type, ByteBuffer page, long[] out, int at) {
    int count = page.remaining() / type.bytes();
    for (int i = 0; i < count; i++) {
      out[at + i] = integer(type, page, page.position() + i * type.bytes());
    }
    return at + count;
  }

  private static long integer(ElementType type, ByteBuffer page, int place) {
    return switch (type) {
      case BOOL, U8 -> page.get(place) & 0xFF;
      case I8 -> page.get(place);
      case I16 -> page.getShort(place);
      case U16 -> page.getShort(place) & 0xFFFF;
      case I32 -> page.getInt(place);
      case U32 -> page.getInt(place) & 0xFFFFFFFFL;
      case I64 -> page.getLong(place);
      default -> throw new IllegalArgumentException(type + " is no integer that fits a long");
    };
  }

  private static float halfWidth(ElementType type, short bits) {
    return type == ElementType.BF16 ? Float.intBitsToFloat(bits << 16) : binary16(bits);
  }

  /** IEEE 754-2008 binary16: 1 sign, 5 exponent (bias 15) and 10 fraction bits. */
  private static float binary16(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      float size = fraction * 0x1p-24f;
      return sign == 0 ? size : -size;
    }
    int wide = exponent == 0x1F ? 0xFF : exponent + (127 - 15);
    return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
  }
}
