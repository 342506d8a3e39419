package org.debye.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in the block headers of LZ4 and bitshuffle, which are big endian. */
final class BigEndian {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private BigEndian() {}

  /** A size of up to 2^31 - 1. */
  static int size(byte[] source, int at, int length) throws FilterException {
    if (at > length - 4) {
      throw FilterException.corrupt("the data end within a block header");
    }
    int value = (int) INT.get(source, at);
    if (value < 0) {
      throw FilterException.corrupt("a block of " + (value & 0xFFFF_FFFFL) + " bytes");
    }
    return value;
  }

  static long longSize(byte[] source, int at, int length) throws FilterException {
    if (at > length - 8) {
      throw FilterException.corrupt("the data end within their header");
    }
    return (long) LONG.get(source, at);
  }
}
