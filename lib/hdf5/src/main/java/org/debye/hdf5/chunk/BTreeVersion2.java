package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.RecordTree;

/**
 * The version 2 B-tree of chunks (format specification III.A.2, record types 10 and 11), used where
 * two dimensions are unlimited.
 */
final class BTreeVersion2 {
  private static final String WHAT = "chunk B-tree";
  private static final int PLAIN = 10;
  private static final int FILTERED = 11;

  private final Hdf5File file;
  private final ChunkTableBuilder table;
  private final long[] scaled;

  BTreeVersion2(Hdf5File file, ChunkTableBuilder table) {
    this.file = file;
    this.table = table;
    this.scaled = new long[table.grid().rank()];
  }

  void read(long address) {
    RecordTree tree = new RecordTree(file, address, WHAT);
    // Records of filtered chunks hold the stored size, of as many bytes as it needs, and a mask.
    int sizeBytes = tree.recordBytes() - file.superblock().offsetBytes() - 4 - 8 * scaled.length;
    boolean sound =
        tree.type() == PLAIN
            ? sizeBytes == -4
            : tree.type() == FILTERED && sizeBytes > 0 && sizeBytes <= 8;
    if (!sound) {
      throw file.fields(new byte[0], WHAT)
          .corrupt("records of type " + tree.type() + " and " + tree.recordBytes() + " bytes");
    }
    tree.forEach(record -> add(record, Math.max(0, sizeBytes)));
  }

  private void add(FieldReader record, int sizeBytes) {
    long address = record.address();
    long size = sizeBytes == 0 ? table.grid().bytes() : record.unsigned(sizeBytes);
    int mask = sizeBytes == 0 ? 0 : record.i32();
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] = record.unsigned(8);
    }
    table.add(scaled, address, size, mask, record);
  }
}
