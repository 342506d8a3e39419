package org.debye.hdf5.format;

import java.util.function.Consumer;

/**
 * Walks all records of a version 2 B-tree in order (HDF5 File Format Specification III.A.2; widths
 * of its counts as H5B2hdr.c computes them): links, attributes and chunks are kept in such trees.
 */
public final class RecordTree {
  private static final int NODE_OVERHEAD = 10;
  private static final int DEEPEST = 16;
  private static final int LARGEST_NODE = 1 << 24;

  private final Hdf5File file;
  private final String what;
  private final int type;
  private final int nodeBytes;
  private final int recordBytes;
  private final int depth;
  private final long root;
  private final int rootRecords;
  private final long total;
  private final int countBytes;
  private final int[] totalBytes = new int[DEEPEST + 1];
  private long walked;
  private long nodesLeft;

  /**
   * Reads the tree's header.
   *
   * @param what for messages
   */
  public RecordTree(Hdf5File file, long address, String what) {
    this.file = file;
    this.what = what;
    int offsets = file.superblock().offsetBytes();
    int lengths = file.superblock().lengthBytes();
    FieldReader header = file.checkedFields(address, 22L + offsets + lengths, what);
    header.signature("BTHD");
    header.version(0);
    type = header.u8();
    long node = header.u32();
    recordBytes = header.u16();
    depth = header.u16();
    header.skip(2);
    root = header.address();
    rootRecords = header.u16();
    total = header.length();
    boolean sound =
        depth < DEEPEST
            && recordBytes > 0
            && node >= NODE_OVERHEAD + recordBytes
            && node <= LARGEST_NODE;
    if (!sound) {
      throw header.corrupt("a B-tree of depth " + depth + " with records of " + recordBytes);
    }
    nodeBytes = (int) node;
    countBytes = widthOf((nodeBytes - NODE_OVERHEAD) / recordBytes);
    // Every node takes bytes of the file: more nodes than fit are visited twice.
    nodesLeft = file.size() / nodeBytes + 1;
    measure(offsets);
  }

  /** What the records are: 5 and 6 links, 8 and 9 attributes, 10 and 11 chunks. */
  public int type() {
    return type;
  }

  public int recordBytes() {
    return recordBytes;
  }

  private void measure(int offsets) {
    double below = Math.floorDiv(nodeBytes - NODE_OVERHEAD, recordBytes);
    for (int level = 1; level <= depth; level++) {
      int pointer = offsets + countBytes + totalBytes[level - 1];
      long records =
          Math.max(0, nodeBytes - NODE_OVERHEAD - pointer) / ((long) recordBytes + pointer);
      below = Math.min(below * (records + 1) + records, 0x1p62);
      totalBytes[level] = widthOf((long) below);
    }
  }

  private static int widthOf(long most) {
    return (63 - Long.numberOfLeadingZeros(Math.max(1, most))) / 8 + 1;
  }

  /** Shows every record, as fields of its own. */
  public void forEach(Consumer<FieldReader> records) {
    if (root != FieldReader.UNDEFINED && rootRecords > 0) {
      walk(root, rootRecords, depth, records);
    }
  }

  private void walk(long address, int count, int level, Consumer<FieldReader> records) {
    int totals = level > 1 ? totalBytes[level - 1] : 0;
    int pointer = level == 0 ? 0 : file.superblock().offsetBytes() + countBytes + totals;
    long bytes = NODE_OVERHEAD + (long) count * recordBytes + (count + 1L) * pointer;
    if (bytes > nodeBytes || nodesLeft-- <= 0) {
      throw file.fields(new byte[0], what).corrupt("a B-tree node of " + count + " records");
    }
    FieldReader node = file.checkedFields(address, bytes, what);
    node.signature(level > 0 ? "BTIN" : "BTLF");
    node.version(0);
    if (node.u8() != type) {
      throw node.corrupt("a B-tree node of another type than its tree");
    }
    FieldReader own = file.fields(node.bytes(count * recordBytes), what);
    for (int i = 0; i <= count; i++) {
      if (level > 0) {
        long child = node.address();
        long childRecords = node.unsigned(countBytes);
        node.skip(totals);
        walk(child, (int) Math.min(childRecords, Integer.MAX_VALUE), level - 1, records);
      }
      if (i < count) {
        if (++walked > total) {
          throw node.corrupt("a B-tree that has more records than it says");
        }
        records.accept(file.fields(own.bytes(recordBytes), what));
      }
    }
  }
}
