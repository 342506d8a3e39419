package org.debye.frame;

/** How a detector stores one pixel. */
public enum PixelType {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  UINT64(8),
  INT64(8),
  FLOAT16(2),
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  PixelType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one pixel. */
  public int bytes() {
    return bytes;
  }

  public boolean floating() {
    return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
  }
}
