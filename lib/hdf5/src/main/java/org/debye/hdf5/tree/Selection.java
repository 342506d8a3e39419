package org.debye.hdf5.tree;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.jspecify.annotations.Nullable;

/** A part of a dataspace (HDF5 File Format Specification VIII, serialised selections). */
public sealed interface Selection {
  /** Every element. */
  record All() implements Selection {}

  /** No element. */
  record None() implements Selection {}

  /**
   * Blocks at regular steps: {@code start + i * stride + [0, block)} for {@code i < count}, in
   * every dimension. A count or block may be {@link #UNLIMITED}.
   */
  record Hyperslab(long[] start, long[] stride, long[] count, long[] block) implements Selection {
    public int rank() {
      return start.length;
    }
  }

  long UNLIMITED = -1;

  /** Blocks of one irregular selection. */
  int MOST_BLOCKS = 1 << 20;

  static Selection read(Hdf5File file, FieldReader fields) {
    long type = fields.u32();
    if (type == 2) {
      return hyperslab(file, fields);
    }
    if (type == 1) {
      throw Blocks.unsupported(file, "a virtual dataset that maps single points");
    }
    if (type != 0 && type != 3) {
      throw fields.corrupt("a selection of type " + type);
    }
    fields.skip(12);
    return type == 3 ? new All() : new None();
  }

  private static Selection hyperslab(Hdf5File file, FieldReader fields) {
    long version = fields.u32();
    if (version == 1) {
      return irregular(file, fields);
    }
    if (version != 2 && version != 3) {
      throw fields.corrupt("a hyperslab of version " + version);
    }
    int flags = fields.u8();
    int width = 8;
    if (version == 2) {
      fields.skip(4);
    } else {
      width = fields.u8();
      if (width != 2 && width != 4 && width != 8) {
        throw fields.corrupt("a hyperslab of numbers of " + width + " bytes");
      }
    }
    int rank = rank(fields);
    if ((flags & 1) == 0) {
      if (version == 2) {
        throw fields.corrupt("an irregular hyperslab of version 2");
      }
      return blocks(file, fields, rank, width);
    }
    long[][] parts = new long[4][rank];
    for (int d = 0; d < rank; d++) {
      for (long[] part : parts) {
        part[d] = unlimitedOr(fields, width);
      }
    }
    for (int d = 0; d < rank; d++) {
      if (parts[0][d] < 0 || parts[1][d] <= 0) {
        throw fields.corrupt("a hyperslab that starts or steps nowhere");
      }
    }
    return new Hyperslab(parts[0], parts[1], parts[2], parts[3]);
  }

  private static int rank(FieldReader fields) {
    long rank = fields.u32();
    if (rank < 1 || rank > 32) {
      throw fields.corrupt("a hyperslab of " + rank + " dimensions");
    }
    return (int) rank;
  }

  private static Selection irregular(Hdf5File file, FieldReader fields) {
    fields.skip(8);
    return blocks(file, fields, rank(fields), 4);
  }

  /** A list of blocks, each by its first and last element. */
  private static Selection blocks(Hdf5File file, FieldReader fields, int rank, int width) {
    long count = fields.unsigned(width);
    if (count > MOST_BLOCKS || count > fields.remaining() / (2L * rank * width)) {
      throw fields.corrupt("a hyperslab of " + count + " blocks");
    }
    long[][] starts = new long[(int) count][rank];
    long[] size = new long[rank];
    boolean alike = true;
    for (int b = 0; b < count; b++) {
      for (int d = 0; d < rank; d++) {
        starts[b][d] = fields.unsigned(width);
      }
      for (int d = 0; d < rank; d++) {
        long extent = fields.unsigned(width) - starts[b][d] + 1;
        alike &= extent > 0 && (b == 0 || extent == size[d]);
        size[d] = extent;
      }
    }
    if (count == 0) {
      return new None();
    }
    Selection regular = alike ? regular(starts, size) : null;
    if (regular == null) {
      throw Blocks.unsupported(file, "a virtual dataset that maps irregular blocks");
    }
    return regular;
  }

  /** The regular hyperslab that blocks of one size make, or null where they make none. */
  private static @Nullable Selection regular(long[][] starts, long[] size) {
    int rank = size.length;
    long[] first = new long[rank];
    long[] stride = new long[rank];
    long[] count = new long[rank];
    long product = 1;
    for (int d = 0; d < rank; d++) {
      int dimension = d;
      long[] distinct =
          Arrays.stream(starts).mapToLong(s -> s[dimension]).sorted().distinct().toArray();
      first[d] = distinct[0];
      count[d] = distinct.length;
      stride[d] = distinct.length > 1 ? distinct[1] - distinct[0] : 1;
      for (int i = 1; i < distinct.length; i++) {
        if (distinct[i] - distinct[i - 1] != stride[d]) {
          return null;
        }
      }
      product *= count[d];
    }
    return product == starts.length ? new Hyperslab(first, stride, count, size) : null;
  }

  /** All ones mean unlimited. */
  private static long unlimitedOr(FieldReader fields, int width) {
    byte[] raw = fields.bytes(width);
    long value = 0;
    boolean ones = true;
    for (int i = 0; i < width; i++) {
      ones &= raw[i] == -1;
      value |= (raw[i] & 0xFFL) << (8 * i);
    }
    if (ones) {
      return UNLIMITED;
    }
    if (value < 0) {
      throw fields.corrupt("a hyperslab of more than 2^63 elements");
    }
    return value;
  }
}
