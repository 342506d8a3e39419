package org.debye.hdf5.tree;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/**
 * Extents of a dataset or attribute; none for a scalar.
 *
 * @param dimensions slowest first
 * @param empty a null dataspace, which has no element
 */
public record Dataspace(long[] dimensions, boolean empty) {
  static Dataspace read(Hdf5File file, byte[] body) {
    FieldReader cursor = file.fields(body, "message");
    int version = cursor.u8();
    int rank = cursor.u8();
    cursor.skip(1);
    boolean none = false;
    if (version == 1) {
      cursor.skip(5);
    } else if (version == 2) {
      none = cursor.u8() == 2;
    } else {
      throw Blocks.corrupt(file, "dataspace version " + version);
    }
    if (rank > 32) {
      throw Blocks.corrupt(file, "a dataspace of " + rank + " dimensions");
    }
    long[] dimensions = new long[rank];
    for (int i = 0; i < rank; i++) {
      dimensions[i] = cursor.length();
    }
    return new Dataspace(dimensions, none);
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
