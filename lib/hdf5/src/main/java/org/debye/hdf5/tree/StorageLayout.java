package org.debye.hdf5.tree;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Where a dataset's bytes are (HDF5 File Format Specification IV.A.2.i), versions 1 to 5. */
public sealed interface StorageLayout {
  /** In the object header. */
  record Compact(byte[] bytes) implements StorageLayout {}

  /** In one piece; the address is -1 where nothing was written. */
  record Contiguous(long address, long size) implements StorageLayout {}

  /** In chunks, which are found through an index. */
  record Chunked() implements StorageLayout {}

  /** In other datasets: a block in the global heap tells which. */
  record Virtual(long heapAddress, long index) implements StorageLayout {}

  static StorageLayout read(Hdf5File file, byte[] body) {
    FieldReader cursor = file.fields(body, "message");
    int version = cursor.u8();
    if (version == 1 || version == 2) {
      return old(file, cursor);
    }
    if (version < 3 || version > 5) {
      throw Blocks.corrupt(file, "data layout version " + version);
    }
    int kind = cursor.u8();
    return switch (kind) {
      case 0 -> new Compact(cursor.bytes(cursor.u16()));
      case 1 -> new Contiguous(cursor.address(), cursor.length());
      case 2 -> new Chunked();
      case 3 -> new Virtual(cursor.address(), cursor.u32());
      default -> throw Blocks.corrupt(file, "data layout class " + kind);
    };
  }

  private static StorageLayout old(Hdf5File file, FieldReader cursor) {
    int rank = cursor.u8();
    int kind = cursor.u8();
    cursor.skip(5);
    if (kind == 2) {
      return new Chunked();
    }
    long address = kind == 1 ? cursor.address() : FieldReader.UNDEFINED;
    long size = 1;
    for (int i = 0; i < rank; i++) {
      long extent = cursor.u32();
      size = size > (1L << 40) ? size : size * extent;
    }
    return switch (kind) {
      case 0 -> new Compact(Blocks.bytes(cursor, cursor.u32()));
      case 1 -> new Contiguous(address, size);
      default -> throw Blocks.corrupt(file, "data layout class " + kind);
    };
  }
}
