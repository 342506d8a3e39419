package org.debye.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Turns bit planes back into elements. Plane {@code 8 k + j} holds bit {@code j} of byte {@code k}
 * of every element, one bit each, first element in the lowest bit. Sixty-four elements at a time:
 * eight longs are one byte's planes; a bit transpose between the longs, then a byte transpose, give
 * that byte of all sixty-four, which are spread to their elements. Bytes whose planes are all zero,
 * the upper ones of nearly every detector pixel, cost eight loads. Masked swaps as in Warren,
 * Hacker's Delight, 7-3. Thread-confined.
 */
final class BitTranspose {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long BIT1 = 0x5555_5555_5555_5555L;
  private static final long BIT2 = 0x3333_3333_3333_3333L;
  private static final long BIT4 = 0x0F0F_0F0F_0F0F_0F0FL;
  private static final long BYTE1 = 0x00FF_00FF_00FF_00FFL;
  private static final long BYTE2 = 0x0000_FFFF_0000_FFFFL;
  private static final long BYTE4 = 0x0000_0000_FFFF_FFFFL;

  private final int elementBytes;
  private final long[] low = new long[8];
  private final long[] high = new long[8];

  BitTranspose(int elementBytes) {
    this.elementBytes = elementBytes;
  }

  int elementBytes() {
    return elementBytes;
  }

  /**
   * Transposes one block.
   *
   * @param source planes, {@code elements / 8} bytes each
   * @param elements a multiple of eight
   * @param target elements, little endian; another array than the source
   */
  void unshuffle(byte[] source, int from, int elements, byte[] target, int to) {
    int plane = elements / 8;
    int whole = plane & ~7;
    switch (elementBytes) {
      case 1 -> single(source, from, plane, whole, target, to);
      case 2 -> pairs(source, from, plane, whole, target, to);
      case 4 -> quads(source, from, plane, whole, target, to);
      default -> whole = 0;
    }
    rest(source, from, plane, whole, target, to);
  }

  private void single(byte[] source, int from, int plane, int whole, byte[] target, int to) {
    for (int at = 0; at < whole; at += 8) {
      int out = to + 8 * at;
      gather(source, from + at, plane, low);
      for (int g = 0; g < 8; g++) {
        LONG.set(target, out + 8 * g, low[g]);
      }
    }
  }

  private void pairs(byte[] source, int from, int plane, int whole, byte[] target, int to) {
    int upper = from + 8 * plane;
    for (int at = 0; at < whole; at += 8) {
      int out = to + 16 * at;
      gather(source, from + at, plane, low);
      if (gather(source, upper + at, plane, high)) {
        for (int g = 0; g < 8; g++) {
          LONG.set(target, out + 16 * g, two(low[g]) | two(high[g]) << 8);
          LONG.set(target, out + 16 * g + 8, two(low[g] >>> 32) | two(high[g] >>> 32) << 8);
        }
      } else {
        for (int g = 0; g < 8; g++) {
          LONG.set(target, out + 16 * g, two(low[g]));
          LONG.set(target, out + 16 * g + 8, two(low[g] >>> 32));
        }
      }
    }
  }

  private void quads(byte[] source, int from, int plane, int whole, byte[] target, int to) {
    for (int at = 0; at < whole; at += 8) {
      int out = to + 32 * at;
      gather(source, from + at, plane, low);
      for (int g = 0; g < 8; g++) {
        spread(low[g], target, out + 32 * g);
      }
      for (int k = 1; k < 4; k++) {
        if (gather(source, from + 8 * k * plane + at, plane, high)) {
          for (int g = 0; g < 8; g++) {
            add(high[g], 8 * k, target, out + 32 * g);
          }
        }
      }
    }
  }

  private static void spread(long bytes, byte[] target, int out) {
    LONG.set(target, out, four(bytes));
    LONG.set(target, out + 8, four(bytes >>> 16));
    LONG.set(target, out + 16, four(bytes >>> 32));
    LONG.set(target, out + 24, four(bytes >>> 48));
  }

  private static void add(long bytes, int shift, byte[] target, int out) {
    LONG.set(target, out, (long) LONG.get(target, out) | four(bytes) << shift);
    LONG.set(target, out + 8, (long) LONG.get(target, out + 8) | four(bytes >>> 16) << shift);
    LONG.set(target, out + 16, (long) LONG.get(target, out + 16) | four(bytes >>> 32) << shift);
    LONG.set(target, out + 24, (long) LONG.get(target, out + 24) | four(bytes >>> 48) << shift);
  }

  /** Four bytes to four 16-bit lanes. */
  private static long two(long bytes) {
    long x = bytes & BYTE4;
    x = (x | x << 16) & BYTE2;
    return (x | x << 8) & BYTE1;
  }

  /** Two bytes to two 32-bit lanes. */
  private static long four(long bytes) {
    return (bytes & 0xFF) | (bytes & 0xFF00) << 24;
  }

  /** What is left of eight elements at a time, and elements of other sizes. */
  private void rest(byte[] source, int from, int plane, int start, byte[] target, int to) {
    for (int at = start; at < plane; at++) {
      for (int k = 0; k < elementBytes; k++) {
        long bits = 0;
        for (int j = 7; j >= 0; j--) {
          bits = bits << 8 | (source[from + (8 * k + j) * plane + at] & 0xFF);
        }
        bits = transpose(bits);
        int out = to + 8 * at * elementBytes + k;
        for (int m = 0; m < 8; m++) {
          target[out + m * elementBytes] = (byte) (bits >>> (8 * m));
        }
      }
    }
  }

  /** Transposes an 8 x 8 bit matrix whose rows are the bytes. */
  private static long transpose(long x) {
    long t = (x ^ x >>> 7) & 0x00AA_00AA_00AA_00AAL;
    x ^= t ^ t << 7;
    t = (x ^ x >>> 14) & 0x0000_CCCC_0000_CCCCL;
    x ^= t ^ t << 14;
    t = (x ^ x >>> 28) & 0x0000_0000_F0F0_F0F0L;
    return x ^ t ^ t << 28;
  }

  /**
   * One byte of sixty-four elements: reads eight bytes of each of its eight planes; lane {@code g}
   * becomes that byte of elements {@code 8 g .. 8 g + 7}.
   *
   * @return whether any is not zero
   */
  private static boolean gather(byte[] source, int at, int plane, long[] lanes) {
    long a = (long) LONG.get(source, at);
    long b = (long) LONG.get(source, at + plane);
    long c = (long) LONG.get(source, at + 2 * plane);
    long d = (long) LONG.get(source, at + 3 * plane);
    long e = (long) LONG.get(source, at + 4 * plane);
    long f = (long) LONG.get(source, at + 5 * plane);
    long g = (long) LONG.get(source, at + 6 * plane);
    long h = (long) LONG.get(source, at + 7 * plane);
    if ((a | b | c | d | e | f | g | h) == 0) {
      Arrays.fill(lanes, 0);
      return false;
    }
    long t;
    t = (a >>> 1 ^ b) & BIT1;
    b ^= t;
    a ^= t << 1;
    t = (c >>> 1 ^ d) & BIT1;
    d ^= t;
    c ^= t << 1;
    t = (e >>> 1 ^ f) & BIT1;
    f ^= t;
    e ^= t << 1;
    t = (g >>> 1 ^ h) & BIT1;
    h ^= t;
    g ^= t << 1;
    t = (a >>> 2 ^ c) & BIT2;
    c ^= t;
    a ^= t << 2;
    t = (b >>> 2 ^ d) & BIT2;
    d ^= t;
    b ^= t << 2;
    t = (e >>> 2 ^ g) & BIT2;
    g ^= t;
    e ^= t << 2;
    t = (f >>> 2 ^ h) & BIT2;
    h ^= t;
    f ^= t << 2;
    t = (a >>> 4 ^ e) & BIT4;
    e ^= t;
    a ^= t << 4;
    t = (b >>> 4 ^ f) & BIT4;
    f ^= t;
    b ^= t << 4;
    t = (c >>> 4 ^ g) & BIT4;
    g ^= t;
    c ^= t << 4;
    t = (d >>> 4 ^ h) & BIT4;
    h ^= t;
    d ^= t << 4;
    t = (a >>> 8 ^ b) & BYTE1;
    b ^= t;
    a ^= t << 8;
    t = (c >>> 8 ^ d) & BYTE1;
    d ^= t;
    c ^= t << 8;
    t = (e >>> 8 ^ f) & BYTE1;
    f ^= t;
    e ^= t << 8;
    t = (g >>> 8 ^ h) & BYTE1;
    h ^= t;
    g ^= t << 8;
    t = (a >>> 16 ^ c) & BYTE2;
    c ^= t;
    a ^= t << 16;
    t = (b >>> 16 ^ d) & BYTE2;
    d ^= t;
    b ^= t << 16;
    t = (e >>> 16 ^ g) & BYTE2;
    g ^= t;
    e ^= t << 16;
    t = (f >>> 16 ^ h) & BYTE2;
    h ^= t;
    f ^= t << 16;
    t = (a >>> 32 ^ e) & BYTE4;
    e ^= t;
    a ^= t << 32;
    t = (b >>> 32 ^ f) & BYTE4;
    f ^= t;
    b ^= t << 32;
    t = (c >>> 32 ^ g) & BYTE4;
    g ^= t;
    c ^= t << 32;
    t = (d >>> 32 ^ h) & BYTE4;
    h ^= t;
    d ^= t << 32;
    lanes[0] = a;
    lanes[1] = b;
    lanes[2] = c;
    lanes[3] = d;
    lanes[4] = e;
    lanes[5] = f;
    lanes[6] = g;
    lanes[7] = h;
    return true;
  }
}
