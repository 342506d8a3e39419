package org.debye.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * HDF5's fletcher32: the data, then their checksum. As in libhdf5, a checksum over byte-swapped
 * words is right too, since its version 1.6.2 wrote those on some machines.
 */
final class Fletcher32Decoder implements Decoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORDS_BEFORE_FOLDING = 360;

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    int data = length - 4;
    if (data < 0 || data > limit) {
      throw FilterException.corrupt(length + " bytes with checksum where " + limit + " fit");
    }
    int stored = (int) INT.get(source, data);
    int computed = checksum(source, data);
    if (stored != computed && stored != swapped(computed)) {
      throw FilterException.corrupt(
          String.format("fletcher32 checksum is %08x, should be %08x", computed, stored));
    }
    System.arraycopy(source, 0, target, 0, data);
    return data;
  }

  /** H5_checksum_fletcher32: words are big endian, an odd last byte is a high byte. */
  static int checksum(byte[] data, int length) {
    int sum1 = 0;
    int sum2 = 0;
    int words = length / 2;
    int at = 0;
    while (words > 0) {
      int block = Math.min(words, WORDS_BEFORE_FOLDING);
      words -= block;
      for (int end = at + 2 * block; at < end; at += 2) {
        sum1 += (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF);
        sum2 += sum1;
      }
      sum1 = fold(sum1);
      sum2 = fold(sum2);
    }
    if (length % 2 != 0) {
      sum1 = fold(sum1 + ((data[at] & 0xFF) << 8));
      sum2 = fold(sum2 + sum1);
    }
    return fold(sum2) << 16 | fold(sum1);
  }

  private static int fold(int sum) {
    return (sum & 0xFFFF) + (sum >>> 16);
  }

  private static int swapped(int checksum) {
    return Integer.reverseBytes(checksum) >>> 16 | Integer.reverseBytes(checksum) << 16;
  }
}
