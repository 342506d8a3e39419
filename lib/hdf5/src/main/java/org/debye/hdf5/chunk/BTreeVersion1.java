package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/**
 * The version 1 B-tree of chunks (format specification III.A.1), which all files of {@code
 * libver="earliest"} have. Levels must fall towards the leaves, so that a damaged pointer cannot
 * lead in a circle.
 */
final class BTreeVersion1 {
  private static final String WHAT = "chunk B-tree";
  private static final int HIGHEST_LEVEL = 32;

  private final Hdf5File file;
  private final ChunkTableBuilder table;
  private long nodesLeft;

  BTreeVersion1(Hdf5File file, ChunkTableBuilder table) {
    this.file = file;
    this.table = table;
    // Every node takes bytes of the file: more nodes than fit are visited twice.
    this.nodesLeft = file.size() / 32 + 1;
  }

  void read(long address) {
    node(address, HIGHEST_LEVEL);
  }

  private void node(long address, int highest) {
    int offsets = file.superblock().offsetBytes();
    int prefix = 8 + 2 * offsets;
    FieldReader head = file.fields(address, prefix, WHAT);
    head.signature("TREE");
    int type = head.u8();
    int level = head.u8();
    int entries = head.u16();
    if (type != 1 || level > highest || nodesLeft-- <= 0) {
      throw head.corrupt("a chunk B-tree node of type " + type + ", level " + level);
    }
    int rank = table.grid().rank();
    int keyBytes = 8 + 8 * (rank + 1);
    FieldReader fields = file.fields(address + prefix, (long) entries * (keyBytes + offsets), WHAT);
    long[] scaled = new long[rank];
    for (int i = 0; i < entries; i++) {
      long size = fields.u32();
      int mask = fields.i32();
      for (int d = 0; d < rank; d++) {
        scaled[d] = fields.unsigned(8);
      }
      fields.skip(8);
      long child = fields.address();
      if (level > 0) {
        node(child, level - 1);
      } else {
        scale(scaled, fields);
        table.add(scaled, child, size, mask, fields);
      }
    }
  }

  private void scale(long[] scaled, FieldReader fields) {
    for (int d = 0; d < scaled.length; d++) {
      int extent = table.grid().chunk()[d];
      if (scaled[d] % extent != 0) {
        throw fields.corrupt("a chunk that starts at " + scaled[d] + ", chunks have " + extent);
      }
      scaled[d] /= extent;
    }
  }
}
