package org.debye.hdf5.chunk;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Where the chunks of a range of numbers are stored: 8 to 16 bytes for each.
 *
 * @param first number of the first chunk held
 * @param addresses file positions; {@link #ABSENT} for chunks that were never written; shorter than
 *     the range where its last chunks were not
 * @param sizes stored bytes; empty where every chunk has its decoded size
 * @param masks filters left out, a bit each; empty where none was
 */
record ChunkTable(long first, long[] addresses, int[] sizes, int[] masks) implements Serializable {
  static final long ABSENT = -1;

  long address(long number) {
    long at = number - first;
    return at >= 0 && at < addresses.length ? addresses[(int) at] : ABSENT;
  }

  int size(long number, int decoded) {
    return sizes.length == 0 ? decoded : sizes[(int) (number - first)];
  }

  int mask(long number) {
    return masks.length == 0 ? 0 : masks[(int) (number - first)];
  }

  /** The part that holds chunks from, inclusive, to, exclusive. */
  ChunkTable range(long from, long to) {
    int start = (int) Math.min(Math.max(from - first, 0), addresses.length);
    int end = (int) Math.min(Math.max(to - first, start), addresses.length);
    return new ChunkTable(
        first + start,
        Arrays.copyOfRange(addresses, start, end),
        sizes.length == 0 ? sizes : Arrays.copyOfRange(sizes, start, end),
        masks.length == 0 ? masks : Arrays.copyOfRange(masks, start, end));
  }

  /** Stored bytes of all chunks held. */
  long storedBytes(int decoded) {
    long sum = 0;
    for (int i = 0; i < addresses.length; i++) {
      if (addresses[i] != ABSENT) {
        sum += sizes.length == 0 ? decoded : sizes[i];
      }
    }
    return sum;
  }
}
