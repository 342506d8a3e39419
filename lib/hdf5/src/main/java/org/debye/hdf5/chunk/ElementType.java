package org.debye.hdf5.chunk;

import java.io.Serializable;
import org.debye.frame.PixelType;
import org.debye.hdf5.format.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * Type of a dataset's elements.
 *
 * @param pixel what they are as pixels, null for types that cannot be
 * @param bytes of one element
 * @param label for messages: {@code big-endian int16}, {@code compound}
 */
public record ElementType(@Nullable PixelType pixel, boolean bigEndian, int bytes, String label)
    implements Serializable {

  private static final int FIXED = 0;
  private static final int FLOATING = 1;
  private static final int BITS = 4;
  private static final int ENUMERATION = 8;
  private static final String[] OTHERS = {
    "", "", "time", "string", "", "opaque", "compound", "reference", "", "variable-length", "array"
  };

  /** Parses a datatype message (format specification IV.A.2.d). */
  static ElementType parse(FieldReader fields) {
    int classAndVersion = fields.u8();
    int kind = classAndVersion & 0x0F;
    int bits = fields.u8();
    fields.skip(2);
    long size = fields.u32();
    if (size <= 0 || size > Integer.MAX_VALUE) {
      throw fields.corrupt("a data type of " + size + " bytes");
    }
    int bytes = (int) size;
    return switch (kind) {
      case FIXED -> fixed(fields, (bits & 1) != 0, (bits & 8) != 0, bytes);
      case BITS -> fixed(fields, (bits & 1) != 0, false, bytes);
      case FLOATING -> floating(fields, bits, bytes);
      case ENUMERATION -> parse(fields);
      default ->
          new ElementType(
              null, false, bytes, kind < OTHERS.length ? OTHERS[kind] : "type class " + kind);
    };
  }

  private static ElementType fixed(
      FieldReader fields, boolean bigEndian, boolean signed, int bytes) {
    int offset = fields.u16();
    int precision = fields.u16();
    String label =
        (bigEndian && bytes > 1 ? "big-endian " : "") + (signed ? "int" : "uint") + precision;
    PixelType pixel =
        switch (bytes) {
          case 1 -> signed ? PixelType.INT8 : PixelType.UINT8;
          case 2 -> signed ? PixelType.INT16 : PixelType.UINT16;
          case 4 -> signed ? PixelType.INT32 : PixelType.UINT32;
          case 8 -> signed ? PixelType.INT64 : PixelType.UINT64;
          default -> null;
        };
    boolean whole = offset == 0 && precision == 8 * bytes;
    return whole
        ? new ElementType(pixel, bigEndian && bytes > 1, bytes, label)
        : new ElementType(null, bigEndian, bytes, label + " packed in " + bytes + " bytes");
  }

  private static ElementType floating(FieldReader fields, int bits, int bytes) {
    boolean bigEndian = (bits & 1) != 0;
    int offset = fields.u16();
    int precision = fields.u16();
    int exponentAt = fields.u8();
    int exponent = fields.u8();
    fields.skip(1);
    int mantissa = fields.u8();
    String label = (bigEndian ? "big-endian " : "") + "float" + precision;
    PixelType pixel = null;
    if (offset == 0 && precision == 8 * bytes && exponentAt == mantissa && (bits & 0x40) == 0) {
      pixel =
          switch (bytes) {
            case 2 -> exponent == 5 && mantissa == 10 ? PixelType.FLOAT16 : null;
            case 4 -> exponent == 8 && mantissa == 23 ? PixelType.FLOAT32 : null;
            case 8 -> exponent == 11 && mantissa == 52 ? PixelType.FLOAT64 : null;
            default -> null;
          };
    }
    return new ElementType(pixel, bigEndian, bytes, label);
  }
}
