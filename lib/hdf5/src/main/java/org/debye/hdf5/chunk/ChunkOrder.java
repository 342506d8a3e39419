package org.debye.hdf5.chunk;

import org.debye.hdf5.tree.Dataspace;

/**
 * The order in which array-like chunk indexes count chunks: row-major over the grid of the
 * dataset's <em>largest</em> extents, with the unlimited dimension first in extensible arrays
 * (H5D__earray_idx_get_addr). Thread-confined.
 */
final class ChunkOrder {
  private final int[] order;
  private final long[] counts;
  private final long[] scaled;

  private ChunkOrder(int[] order, long[] counts) {
    this.order = order;
    this.counts = counts;
    this.scaled = new long[order.length];
  }

  /** Of implicit indexes and fixed arrays, none of whose dimensions is unlimited. */
  static ChunkOrder fixed(ChunkGrid grid, long[] maxDims) {
    int[] order = new int[grid.rank()];
    for (int d = 0; d < order.length; d++) {
      order[d] = d;
    }
    return new ChunkOrder(order, counts(grid, maxDims));
  }

  /** Of extensible arrays, one of whose dimensions is unlimited. */
  static ChunkOrder extensible(ChunkGrid grid, long[] maxDims) {
    int unlimited = 0;
    while (unlimited < grid.rank() - 1 && maxDims[unlimited] != Dataspace.UNLIMITED) {
      unlimited++;
    }
    int[] order = new int[grid.rank()];
    order[0] = unlimited;
    int next = 1;
    for (int d = 0; d < order.length; d++) {
      if (d != unlimited) {
        order[next++] = d;
      }
    }
    return new ChunkOrder(order, counts(grid, maxDims));
  }

  private static long[] counts(ChunkGrid grid, long[] maxDims) {
    long[] counts = new long[grid.rank()];
    for (int d = 0; d < counts.length; d++) {
      long extent = Math.max(maxDims[d], grid.dims()[d]);
      counts[d] = Math.max(1, (extent - 1) / grid.chunk()[d] + 1);
    }
    return counts;
  }

  /** Grid coordinates of an index entry; the array is reused. */
  long[] scaled(long index) {
    long rest = index;
    for (int i = order.length - 1; i > 0; i--) {
      int d = order[i];
      scaled[d] = rest % counts[d];
      rest /= counts[d];
    }
    scaled[order[0]] = rest;
    return scaled;
  }

  /** The entry of a chunk at grid coordinates. */
  long index(long[] coordinates) {
    long index = 0;
    for (int d : order) {
      index = index * counts[d] + coordinates[d];
    }
    return index;
  }

  /** Entries of a fixed index. */
  long total() {
    long total = 1;
    for (long count : counts) {
      total = total > Long.MAX_VALUE / count ? Long.MAX_VALUE : total * count;
    }
    return total;
  }
}
