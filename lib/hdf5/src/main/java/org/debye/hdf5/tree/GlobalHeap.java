package org.debye.hdf5.tree;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Collections of variable-length objects (HDF5 File Format Specification III.E). */
final class GlobalHeap {
  private GlobalHeap() {}

  /** The object of an index in the collection at an address. */
  static FieldReader object(Hdf5File file, long address, long index) {
    int lengths = file.superblock().lengthBytes();
    FieldReader head = file.fields(address, 8L + lengths, "structure");
    head.signature("GCOL");
    head.skip(4);
    long size = head.length();
    long at = 8L + lengths;
    long overhead = 8L + lengths;
    while (at + overhead <= size) {
      FieldReader item = file.fields(address + at, overhead, "structure");
      int found = item.u16();
      item.skip(6);
      long length = item.length();
      if (found == index && found != 0) {
        if (length > size - at - overhead) {
          throw Blocks.corrupt(file, "an object reaches over the end of its global heap");
        }
        return file.fields(address + at + overhead, length, "structure");
      }
      if (found == 0 || length > size) {
        break;
      }
      at += overhead + (length + 7) / 8 * 8;
    }
    throw Blocks.corrupt(file, "no object " + index + " in the global heap at " + address);
  }
}
