package org.debye.hdf5.tree;

import org.debye.frame.PixelType;
import org.debye.hdf5.format.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * What one element is (HDF5 File Format Specification IV.A.2.d), as far as frames and their
 * metadata need it.
 *
 * @param size bytes of an element in the file
 * @param bigEndian numbers only
 * @param signed integers only
 * @param stored the element as a pixel of all its bits, enumerations and bit fields too; null where
 *     it is none, or is packed into more bits than it has
 * @param label for messages: {@code big-endian int16}, {@code compound}
 */
public record Datatype(
    Kind kind,
    int size,
    boolean bigEndian,
    boolean signed,
    @Nullable PixelType stored,
    String label) {
  private static final int ENUMERATED = 8;
  private static final String[] OTHERS = {
    "", "", "time", "string", "", "opaque", "compound", "reference", "", "variable-length", "array"
  };

  /** The classes that are told apart. */
  public enum Kind {
    INTEGER,
    FLOAT,
    TEXT,
    VARIABLE_TEXT,
    ENUMERATION,
    OTHER
  }

  /** Parses the body of a datatype message. */
  public static Datatype read(FieldReader fields) {
    int number = fields.u8() & 0xF;
    int bits = fields.u8() | fields.u8() << 8 | fields.u8() << 16;
    long size = fields.u32();
    if (size <= 0 || size > Integer.MAX_VALUE) {
      throw fields.corrupt("a datatype of " + size + " bytes");
    }
    int bytes = (int) size;
    return switch (number) {
      case 0 -> integer(fields, bytes, bits, (bits & 8) != 0);
      case 1 -> floating(fields, bytes, bits);
      case 4 -> integer(fields, bytes, bits, false).asBits();
      // Booleans are enumerations of an integer, as h5py writes them.
      case ENUMERATED -> enumeration(fields);
      default -> other(number, bytes, bits);
    };
  }

  private static Datatype other(int number, int bytes, int bits) {
    Kind kind =
        switch (number) {
          case 3 -> Kind.TEXT;
          case 9 -> (bits & 0xF) == 1 ? Kind.VARIABLE_TEXT : Kind.OTHER;
          default -> Kind.OTHER;
        };
    String label = number < OTHERS.length ? OTHERS[number] : "type class " + number;
    return new Datatype(kind, bytes, false, false, null, label);
  }

  private static Datatype enumeration(FieldReader fields) {
    int at = fields.position();
    Datatype base = read(fields);
    if (base.kind == Kind.ENUMERATION) {
      throw fields.corrupt("an enumeration of enumerations at " + at);
    }
    return new Datatype(
        Kind.ENUMERATION,
        base.size,
        base.bigEndian,
        base.signed,
        base.stored,
        "enumeration of " + base.label);
  }

  private Datatype asBits() {
    return new Datatype(Kind.OTHER, size, bigEndian, signed, stored, "bit field in " + label);
  }

  private static Datatype integer(FieldReader fields, int bytes, int bits, boolean signed) {
    int offset = fields.u16();
    int precision = fields.u16();
    boolean big = (bits & 1) != 0 && bytes > 1;
    boolean plain = offset == 0 && bytes <= 8 && Integer.bitCount(bytes) == 1;
    boolean whole = plain && precision == 8 * bytes;
    String label = (big ? "big-endian " : "") + (signed ? "int" : "uint") + precision;
    return new Datatype(
        plain ? Kind.INTEGER : Kind.OTHER,
        bytes,
        big,
        signed,
        whole ? integerPixel(bytes, signed) : null,
        whole ? label : label + " packed in " + bytes + " bytes");
  }

  private static PixelType integerPixel(int bytes, boolean signed) {
    return switch (bytes) {
      case 1 -> signed ? PixelType.INT8 : PixelType.UINT8;
      case 2 -> signed ? PixelType.INT16 : PixelType.UINT16;
      case 4 -> signed ? PixelType.INT32 : PixelType.UINT32;
      default -> signed ? PixelType.INT64 : PixelType.UINT64;
    };
  }

  private static Datatype floating(FieldReader fields, int bytes, int bits) {
    boolean big = (bits & 1) != 0;
    int offset = fields.u16();
    int precision = fields.u16();
    int exponentAt = fields.u8();
    int exponent = fields.u8();
    fields.skip(1);
    int mantissa = fields.u8();
    String label = (big ? "big-endian " : "") + "float" + precision;
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
    return new Datatype(Kind.FLOAT, bytes, big, true, pixel, label);
  }

  /** The same type with its bytes in the order that decoded frames have. */
  public Datatype littleEndian() {
    return new Datatype(kind, size, false, signed, stored, label);
  }

  /** Whether elements can be shown as numbers. */
  public boolean numeric() {
    return kind == Kind.INTEGER || (kind == Kind.FLOAT && stored != null);
  }

  /** Whether elements are text of either kind. */
  public boolean text() {
    return kind == Kind.TEXT || kind == Kind.VARIABLE_TEXT;
  }

  /**
   * What a pixel of this type would be, or null where it is no number; that of a packed integer is
   * told so that the dataset is found, and refused with its reason.
   */
  public @Nullable PixelType pixelType() {
    if (!numeric()) {
      return null;
    }
    return kind == Kind.INTEGER ? integerPixel(size, signed) : stored;
  }
}
