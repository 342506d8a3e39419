package org.debye.hdf5.tree;

import org.debye.frame.PixelType;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.jspecify.annotations.Nullable;

/**
 * What one element is (HDF5 File Format Specification IV.A.2.d), as far as frames and their
 * metadata need it.
 *
 * @param size bytes of an element in the file
 * @param bigEndian numbers only
 * @param signed integers only
 */
public record Datatype(Kind kind, int size, boolean bigEndian, boolean signed) {
  /** The classes that are told apart. */
  public enum Kind {
    INTEGER,
    FLOAT,
    TEXT,
    VARIABLE_TEXT,
    ENUMERATION,
    OTHER
  }

  static Datatype read(Hdf5File file, byte[] body) {
    FieldReader cursor = file.fields(body, "message");
    int head = cursor.u8();
    int bits = cursor.u8() | cursor.u8() << 8 | cursor.u8() << 16;
    long size = cursor.u32();
    if (size <= 0 || size > Integer.MAX_VALUE) {
      throw Blocks.corrupt(file, "a datatype of " + size + " bytes");
    }
    boolean big = (bits & 1) != 0;
    int bytes = (int) size;
    return switch (head & 0xF) {
      case 0 -> integer(cursor, bytes, big, (bits & 8) != 0);
      case 1 -> new Datatype(Kind.FLOAT, bytes, big, true);
      case 3 -> new Datatype(Kind.TEXT, bytes, false, false);
      case 8 -> enumeration(file, cursor, bytes);
      case 9 ->
          new Datatype((bits & 0xF) == 1 ? Kind.VARIABLE_TEXT : Kind.OTHER, bytes, false, false);
      default -> new Datatype(Kind.OTHER, bytes, false, false);
    };
  }

  private static Datatype integer(FieldReader cursor, int size, boolean big, boolean signed) {
    int bitOffset = cursor.u16();
    boolean plain = bitOffset == 0 && size <= 8 && Integer.bitCount(size) == 1;
    return new Datatype(plain ? Kind.INTEGER : Kind.OTHER, size, big, signed);
  }

  /** Booleans are enumerations of an integer, as h5py writes them. */
  private static Datatype enumeration(Hdf5File file, FieldReader cursor, int size) {
    Datatype base = read(file, cursor.bytes(cursor.remaining()));
    return new Datatype(Kind.ENUMERATION, size, base.bigEndian, base.signed);
  }

  /** Whether elements can be shown as numbers. */
  public boolean numeric() {
    return kind == Kind.INTEGER || (kind == Kind.FLOAT && (size == 2 || size == 4 || size == 8));
  }

  /** Whether elements are text of either kind. */
  public boolean text() {
    return kind == Kind.TEXT || kind == Kind.VARIABLE_TEXT;
  }

  /** How a pixel of this type is stored, or null where it is no number. */
  public @Nullable PixelType pixelType() {
    if (!numeric()) {
      return null;
    }
    if (kind == Kind.FLOAT) {
      return size == 2 ? PixelType.FLOAT16 : size == 4 ? PixelType.FLOAT32 : PixelType.FLOAT64;
    }
    return switch (size) {
      case 1 -> signed ? PixelType.INT8 : PixelType.UINT8;
      case 2 -> signed ? PixelType.INT16 : PixelType.UINT16;
      case 4 -> signed ? PixelType.INT32 : PixelType.UINT32;
      default -> signed ? PixelType.INT64 : PixelType.UINT64;
    };
  }
}
