package org.debye.spectra.reduction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.debye.frame.PixelType;

/** Turns raw little-endian pixels into floats; those that the rules leave out become NaN. */
final class RawPixels {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private RawPixels() {}

  /**
   * Reads pixels.
   *
   * @param frame one module's image
   * @param from index of the first pixel
   * @param out as many pixels as are wanted. Modified.
   */
  static void read(byte[] frame, PixelType type, int from, ValueRules rules, float[] out) {
    boolean plain = Double.isNaN(rules.dummyLow());
    if (plain && type == PixelType.UINT16) {
      readUint16(frame, from, rules, out);
    } else if (plain && type == PixelType.INT16) {
      readInt16(frame, from, rules, out);
    } else if (plain && type == PixelType.UINT32) {
      readUint32(frame, from, rules, out);
    } else if (plain && type == PixelType.INT32) {
      readInt32(frame, from, rules, out);
    } else {
      for (int i = 0; i < out.length; i++) {
        double value = value(frame, type, from + i);
        out[i] = rules.allows(value) ? (float) value : Float.NaN;
      }
    }
  }

  private static void readUint16(byte[] frame, int from, ValueRules rules, float[] out) {
    int highest = (int) Math.min(rules.highest(), Integer.MAX_VALUE);
    int at = 2 * from;
    for (int i = 0; i < out.length; i++, at += 2) {
      int value = (short) SHORT.get(frame, at) & 0xFFFF;
      out[i] = value <= highest ? value : Float.NaN;
    }
  }

  private static void readInt16(byte[] frame, int from, ValueRules rules, float[] out) {
    int lowest = (int) Math.max(rules.lowest(), Integer.MIN_VALUE);
    int highest = (int) Math.min(rules.highest(), Integer.MAX_VALUE);
    int at = 2 * from;
    for (int i = 0; i < out.length; i++, at += 2) {
      int value = (short) SHORT.get(frame, at);
      out[i] = value >= lowest && value <= highest ? value : Float.NaN;
    }
  }

  private static void readUint32(byte[] frame, int from, ValueRules rules, float[] out) {
    long highest = (long) Math.min(rules.highest(), Long.MAX_VALUE);
    int at = 4 * from;
    for (int i = 0; i < out.length; i++, at += 4) {
      long value = (int) INT.get(frame, at) & 0xFFFFFFFFL;
      out[i] = value <= highest ? value : Float.NaN;
    }
  }

  private static void readInt32(byte[] frame, int from, ValueRules rules, float[] out) {
    long lowest = (long) Math.max(rules.lowest(), Long.MIN_VALUE);
    long highest = (long) Math.min(rules.highest(), Long.MAX_VALUE);
    int at = 4 * from;
    for (int i = 0; i < out.length; i++, at += 4) {
      int value = (int) INT.get(frame, at);
      out[i] = value >= lowest && value <= highest ? value : Float.NaN;
    }
  }

  private static double value(byte[] frame, PixelType type, int index) {
    return switch (type) {
      case UINT8 -> frame[index] & 0xFF;
      case INT8 -> frame[index];
      case UINT16 -> (short) SHORT.get(frame, 2 * index) & 0xFFFF;
      case INT16 -> (short) SHORT.get(frame, 2 * index);
      case UINT32 -> (int) INT.get(frame, 4 * index) & 0xFFFFFFFFL;
      case INT32 -> (int) INT.get(frame, 4 * index);
      case UINT64 -> unsigned((long) LONG.get(frame, 8 * index));
      case INT64 -> (long) LONG.get(frame, 8 * index);
      case FLOAT16 -> half((short) SHORT.get(frame, 2 * index));
      case FLOAT32 -> (float) FLOAT.get(frame, 4 * index);
      case FLOAT64 -> (double) DOUBLE.get(frame, 8 * index);
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  /** IEEE 754 binary16. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    double magnitude;
    if (exponent == 0) {
      magnitude = fraction * 0x1p-24;
    } else if (exponent < 31) {
      magnitude = (1024 + fraction) * Math.scalb(1.0, exponent - 25);
    } else {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
