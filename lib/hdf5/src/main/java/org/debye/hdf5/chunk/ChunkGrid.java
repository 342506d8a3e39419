package org.debye.hdf5.chunk;

import java.io.Serializable;

/**
 * How a dataset is cut into chunks. Chunks are numbered row-major, last dimension fastest.
 *
 * @param dims elements in each dimension, slowest first
 * @param chunk elements of a chunk in each dimension
 * @param bytes of a whole decoded chunk; those at the edges are whole too
 */
record ChunkGrid(long[] dims, int[] chunk, int bytes) implements Serializable {

  int rank() {
    return dims.length;
  }

  /** Chunks along a dimension. */
  long count(int dimension) {
    return dims[dimension] == 0 ? 0 : (dims[dimension] - 1) / chunk[dimension] + 1;
  }

  /** All chunks, {@code Long.MAX_VALUE} where that is more. */
  long total() {
    long total = 1;
    for (int d = 0; d < rank(); d++) {
      long count = count(d);
      if (count != 0 && total > Long.MAX_VALUE / count) {
        return Long.MAX_VALUE;
      }
      total *= count;
    }
    return total;
  }

  /** The number of the chunk at grid coordinates, -1 outside of the dataset. */
  long number(long[] scaled) {
    long number = 0;
    for (int d = 0; d < rank(); d++) {
      long count = count(d);
      if (scaled[d] < 0 || scaled[d] >= count) {
        return -1;
      }
      number = number * count + scaled[d];
    }
    return number;
  }

  /** Whether the chunk at grid coordinates reaches over the dataset's edge. */
  boolean partial(long[] scaled) {
    for (int d = 0; d < rank(); d++) {
      if ((scaled[d] + 1) * chunk[d] > dims[d]) {
        return true;
      }
    }
    return false;
  }
}
