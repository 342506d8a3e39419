package org.debye.hdf5.tree;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;

/**
 * Extents of a dataset or attribute; none for a scalar (HDF5 File Format Specification IV.A.2.b).
 *
 * @param dimensions slowest first
 * @param largest extents that they may grow to, {@link #UNLIMITED} where there is no limit
 * @param empty a null dataspace, which has no element
 */
public record Dataspace(long[] dimensions, long[] largest, boolean empty) {
  public static final long UNLIMITED = -1;

  private static final int MOST_DIMENSIONS = 32;

  /** Parses the body of a dataspace message. */
  public static Dataspace read(FieldReader fields) {
    int version = fields.u8();
    int rank = fields.u8();
    int flags = fields.u8();
    boolean none = false;
    if (version == 1) {
      fields.skip(5);
    } else if (version == 2) {
      none = fields.u8() == 2;
    } else {
      throw fields.corrupt("dataspace version " + version);
    }
    if (rank > MOST_DIMENSIONS) {
      throw fields.corrupt("a dataspace of " + rank + " dimensions");
    }
    long[] dimensions = new long[rank];
    for (int i = 0; i < rank; i++) {
      dimensions[i] = fields.length();
    }
    long[] largest = dimensions.clone();
    for (int i = 0; (flags & 1) != 0 && i < rank; i++) {
      largest[i] = fields.lengthOrUndefined();
    }
    return new Dataspace(dimensions, largest, none);
  }

  public int rank() {
    return dimensions.length;
  }

  /** Number of elements; {@link Long#MAX_VALUE} where they cannot be counted. */
  public long elements() {
    if (empty) {
      return 0;
    }
    try {
      long count = 1;
      for (long dimension : dimensions) {
        count = Math.multiplyExact(count, dimension);
      }
      return count;
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(dimensions).replace('[', '(').replace(']', ')');
  }
}
