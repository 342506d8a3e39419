package org.debye.hdf5.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns big-endian elements into little-endian ones, in place. */
final class ByteSwap {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long BYTES = 0x00FF_00FF_00FF_00FFL;

  private ByteSwap() {}

  /**
   * Swaps the bytes of each element.
   *
   * @param length a multiple of the element's bytes, which are 1, 2, 4 or 8
   */
  static void swap(byte[] data, int length, int elementBytes) {
    if (elementBytes == 1) {
      return;
    }
    int whole = length & ~7;
    for (int at = 0; at < whole; at += 8) {
      long x = (long) LONG.get(data, at);
      LONG.set(data, at, swapped(x, elementBytes));
    }
    for (int at = whole; at < length; at += elementBytes) {
      for (int low = at, high = at + elementBytes - 1; low < high; low++, high--) {
        byte kept = data[low];
        data[low] = data[high];
        data[high] = kept;
      }
    }
  }

  private static long swapped(long x, int elementBytes) {
    return switch (elementBytes) {
      case 2 -> (x & BYTES) << 8 | (x >>> 8 & BYTES);
      case 4 -> Long.rotateLeft(Long.reverseBytes(x), 32);
      default -> Long.reverseBytes(x);
    };
  }
}
