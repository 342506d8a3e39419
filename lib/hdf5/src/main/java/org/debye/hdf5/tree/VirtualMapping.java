package org.debye.hdf5.tree;

import java.util.ArrayList;
import java.util.List;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/**
 * One source of a virtual dataset (HDF5 File Format Specification III.G): which part of which
 * dataset lies where. The names may hold {@code %b}, the number of a block of an unlimited virtual
 * selection.
 *
 * @param file of the source, "." for the file of the virtual dataset
 * @param dataset path in that file
 */
public record VirtualMapping(String file, String dataset, Selection source, Selection virtual) {
  private static final int MOST_MAPPINGS = 1_000_000;

  static List<VirtualMapping> read(Hdf5File file, long heapAddress, long index) {
    FieldReader block = GlobalHeap.object(file, heapAddress, index);
    int version = block.u8();
    if (version != 0) {
      throw Blocks.unsupported(file, "a virtual dataset mapping of version " + version);
    }
    long entries = block.length();
    if (entries > MOST_MAPPINGS) {
      throw block.corrupt("a virtual dataset of " + entries + " sources");
    }
    List<VirtualMapping> mappings = new ArrayList<>();
    for (long i = 0; i < entries; i++) {
      mappings.add(entry(file, block));
    }
    return mappings;
  }

  private static VirtualMapping entry(Hdf5File file, FieldReader block) {
    String source = Blocks.zeroTerminated(block);
    String dataset = Blocks.zeroTerminated(block);
    return new VirtualMapping(
        source, dataset, Selection.read(file, block), Selection.read(file, block));
  }
}
