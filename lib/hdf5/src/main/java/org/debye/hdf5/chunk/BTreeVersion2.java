package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/**
 * The version 2 B-tree of chunks (format specification III.A.2, record types 10 and 11; widths of
 * its counts as H5B2hdr.c computes them), used where two dimensions are unlimited.
 */
final class BTreeVersion2 {
  private static final String WHAT = "chunk B-tree";
  private static final int NODE_OVERHEAD = 10;
  private static final int DEEPEST = 16;

  private final Hdf5File file;
  private final ChunkTableBuilder table;
  private final int offsets;
  private final long[] scaled;

  private int type;
  private int nodeBytes;
  private int recordBytes;
  private int countBytes;
  private final int[] totalBytes = new int[DEEPEST + 1];
  private long nodesLeft;

  BTreeVersion2(Hdf5File file, ChunkTableBuilder table) {
    this.file = file;
    this.table = table;
    this.offsets = file.superblock().offsetBytes();
    this.scaled = new long[table.grid().rank()];
  }

  void read(long address) {
    int lengths = file.superblock().lengthBytes();
    FieldReader header = file.checkedFields(address, 22L + offsets + lengths, WHAT);
    header.signature("BTHD");
    header.version(0);
    type = header.u8();
    long node = header.u32();
    recordBytes = header.u16();
    int depth = header.u16();
    header.skip(2);
    long root = header.address();
    int rootRecords = header.u16();
    int sizeBytes = sizeBytes();
    boolean sound =
        (type == 10 ? sizeBytes == -4 : type == 11 && sizeBytes > 0 && sizeBytes <= 8)
            && depth < DEEPEST
            && node >= NODE_OVERHEAD + recordBytes
            && node <= 1 << 24;
    if (!sound) {
      throw header.corrupt("a chunk B-tree of type " + type + ", records of " + recordBytes);
    }
    nodeBytes = (int) node;
    nodesLeft = file.size() / nodeBytes + 1;
    widths(depth);
    if (root != FieldReader.UNDEFINED) {
      node(root, rootRecords, depth);
    }
  }

  /** Bytes of the stored size in records of filtered chunks. */
  private int sizeBytes() {
    return recordBytes - offsets - 4 - 8 * scaled.length;
  }

  private void widths(int depth) {
    int most = (nodeBytes - NODE_OVERHEAD) / recordBytes;
    countBytes = widthOf(most);
    double total = most;
    for (int level = 1; level <= depth; level++) {
      int pointer = offsets + countBytes + totalBytes[level - 1];
      long records =
          Math.max(0, nodeBytes - NODE_OVERHEAD - pointer) / ((long) recordBytes + pointer);
      total = Math.min(total * (records + 1) + records, 0x1p62);
      totalBytes[level] = widthOf((long) total);
    }
  }

  private static int widthOf(long most) {
    return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
  }

  private void node(long address, int records, int depth) {
    int pointer = depth == 0 ? 0 : offsets + countBytes + (depth > 1 ? totalBytes[depth - 1] : 0);
    long bytes =
        6L + (long) records * recordBytes + (depth == 0 ? 0 : (records + 1L) * pointer) + 4;
    if (bytes > nodeBytes || nodesLeft-- <= 0) {
      throw file.fields(new byte[0], WHAT).corrupt("a node of " + records + " records");
    }
    FieldReader fields = file.checkedFields(address, bytes, WHAT);
    fields.signature(depth == 0 ? "BTLF" : "BTIN");
    fields.version(0);
    if (fields.u8() != type) {
      throw fields.corrupt("a chunk B-tree node of another type than its tree");
    }
    for (int i = 0; i < records; i++) {
      record(fields);
    }
    for (int i = 0; depth > 0 && i <= records; i++) {
      long child = fields.address();
      int childRecords = (int) fields.unsigned(countBytes);
      if (depth > 1) {
        fields.skip(totalBytes[depth - 1]);
      }
      node(child, childRecords, depth - 1);
    }
  }

  private void record(FieldReader fields) {
    long address = fields.address();
    long size = table.grid().bytes();
    int mask = 0;
    if (type == 11) {
      size = fields.unsigned(sizeBytes());
      mask = fields.i32();
    }
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] = fields.unsigned(8);
    }
    table.add(scaled, address, size, mask, fields);
  }
}
