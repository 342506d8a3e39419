package org.debye.hdf5.write;

import org.debye.frame.PixelType;

/** How elements are stored, always little endian (HDF5 File Format Specification IV.A.2.d). */
enum ElementFormat {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT16(2),
  FLOAT32(4),
  FLOAT64(8),
  /** FALSE or TRUE as h5py writes it: an enumeration of int8. */
  BOOLEAN(1),
  /** Variable-length UTF-8. */
  TEXT(16);

  private final int bytes;

  ElementFormat(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static ElementFormat of(PixelType type) {
    return valueOf(type.name());
  }

  /** The body of the datatype message. */
  byte[] datatype() {
    return switch (this) {
      case INT8, INT16, INT32, INT64 -> integer(true);
      case UINT8, UINT16, UINT32, UINT64 -> integer(false);
      case FLOAT16 -> floating(10, 5, 15);
      case FLOAT32 -> floating(23, 8, 127);
      case FLOAT64 -> floating(52, 11, 1023);
      case BOOLEAN ->
          new Block()
              .u1(0x38)
              .u2(2)
              .u1(0)
              .u4(1)
              .put(INT8.datatype())
              .ascii("FALSE\0TRUE\0")
              .u1(0)
              .u1(1)
              .toBytes();
      case TEXT ->
          new Block()
              .u1(0x19)
              .u1(1)
              .u1(1)
              .u1(0)
              .u4(16)
              .u1(0x10)
              .zeros(3)
              .u4(1)
              .u4(0x80000)
              .toBytes();
    };
  }

  private byte[] integer(boolean signed) {
    return new Block().u1(0x10).u1(signed ? 8 : 0).u2(0).u4(bytes).u2(0).u2(8 * bytes).toBytes();
  }

  private byte[] floating(int mantissa, int exponent, int bias) {
    int sign = 8 * bytes - 1;
    return new Block()
        .u1(0x11)
        .u1(0x20)
        .u1(sign)
        .u1(0)
        .u4(bytes)
        .u2(0)
        .u2(8 * bytes)
        .u1(mantissa)
        .u1(exponent)
        .u1(0)
        .u1(mantissa)
        .u4(bias)
        .toBytes();
  }
}
