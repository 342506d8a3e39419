package org.debye.hdf5.virtual;

import java.util.function.LongConsumer;
import org.debye.hdf5.tree.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A selection within known dimensions: a rectangle of the image, and frames by their flat number in
 * the order in which HDF5 pairs elements of two selections.
 */
final class Slab {
  private final long[] dimensions;
  private final Selection.Hyperslab slab;
  private final int lead;

  private Slab(long[] dimensions, Selection.Hyperslab slab) {
    this.dimensions = dimensions;
    this.slab = slab;
    this.lead = dimensions.length - 2;
  }

  /** Null where it selects nothing, or its rank is not that of the dimensions. */
  static @Nullable Slab of(Selection selection, long[] dimensions) {
    if (selection instanceof Selection.All) {
      int rank = dimensions.length;
      long[] ones = filled(rank, 1);
      return new Slab(dimensions, new Selection.Hyperslab(new long[rank], ones, ones, dimensions));
    }
    if (selection instanceof Selection.Hyperslab slab && slab.rank() == dimensions.length) {
      return new Slab(dimensions, bounded(slab, dimensions));
    }
    return null;
  }

  private static long[] filled(int rank, long value) {
    long[] values = new long[rank];
    java.util.Arrays.fill(values, value);
    return values;
  }

  /** Puts numbers where counts and blocks are unlimited. */
  private static Selection.Hyperslab bounded(Selection.Hyperslab slab, long[] dimensions) {
    long[] count = slab.count().clone();
    long[] block = slab.block().clone();
    for (int d = 0; d < dimensions.length; d++) {
      long room = Math.max(0, dimensions[d] - slab.start()[d]);
      if (block[d] == Selection.UNLIMITED) {
        block[d] = room;
        count[d] = 1;
      } else if (count[d] == Selection.UNLIMITED) {
        count[d] = room == 0 ? 0 : (room - 1) / slab.stride()[d] + 1;
      }
    }
    return new Selection.Hyperslab(slab.start(), slab.stride(), count, block);
  }

  /** The number of frames selected; {@link Long#MAX_VALUE} where it cannot be counted. */
  long frames() {
    double frames = 1;
    for (int d = 0; d < lead; d++) {
      frames *= (double) slab.count()[d] * slab.block()[d];
    }
    return frames > 1e15 ? Long.MAX_VALUE : (long) frames;
  }

  /** Rows or columns are one piece within the image, as this dimension's selection says. */
  private boolean onePiece(int d) {
    boolean touching = slab.count()[d] == 1 || slab.stride()[d] == slab.block()[d];
    return touching && slab.start()[d] <= Integer.MAX_VALUE && end(d) <= dimensions[d];
  }

  private long end(int d) {
    long length = saturated(slab.count()[d], slab.block()[d]);
    return length > Long.MAX_VALUE - slab.start()[d] ? Long.MAX_VALUE : slab.start()[d] + length;
  }

  private static long saturated(long a, long b) {
    return (double) a * b > 1e18 ? Long.MAX_VALUE : a * b;
  }

  /** The rectangle of the image; null where it is not one rectangle within it. */
  int @Nullable [] rectangle() {
    if (!onePiece(lead) || !onePiece(lead + 1)) {
      return null;
    }
    return new int[] {
      (int) slab.start()[lead],
      (int) slab.start()[lead + 1],
      (int) (end(lead) - slab.start()[lead]),
      (int) (end(lead + 1) - slab.start()[lead + 1])
    };
  }

  /** Flat frame numbers in order; -1 for one that lies beyond the dimensions. */
  void forEachFrame(LongConsumer frames) {
    // A dimension of nothing may stand behind one of 2^60.
    if (frames() > 0) {
      walk(0, 0, true, frames);
    }
  }

  private void walk(int d, long flat, boolean inside, LongConsumer frames) {
    if (d == lead) {
      frames.accept(inside ? flat : -1);
      return;
    }
    for (long i = 0; i < slab.count()[d]; i++) {
      for (long k = 0; k < slab.block()[d]; k++) {
        long index = slab.start()[d] + i * slab.stride()[d] + k;
        boolean within = index >= 0 && index < dimensions[d];
        walk(d + 1, flat * dimensions[d] + index, inside && within, frames);
      }
    }
  }
}
