package org.debye.hdf5.tree;

import java.util.function.Consumer;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Walks all records of a version 2 B-tree in order (HDF5 File Format Specification III.A.2). */
final class TreeV2 {
  private static final int NODE_OVERHEAD = 10;

  private final Hdf5File file;
  private final int nodeSize;
  private final int recordSize;
  private final int depth;
  private final long root;
  private final int rootRecords;
  private final long total;
  private final long[] most;
  private final int[] totalWidth;
  private long walked;

  TreeV2(Hdf5File file, long address, int type) {
    this.file = file;
    int offset = file.superblock().offsetBytes();
    int length = file.superblock().lengthBytes();
    FieldReader head = Blocks.checked(file, address, 22L + offset + length, "BTHD");
    head.skip(1);
    if (head.u8() != type) {
      throw Blocks.corrupt(file, "a tree is not of type " + type);
    }
    nodeSize = (int) Math.min(head.u32(), Integer.MAX_VALUE);
    recordSize = head.u16();
    depth = head.u16();
    head.skip(2);
    root = head.address();
    rootRecords = head.u16();
    total = head.length();
    if (depth > 32 || recordSize == 0 || nodeSize <= NODE_OVERHEAD + recordSize) {
      throw Blocks.corrupt(file, "a tree of depth " + depth + " with records of " + recordSize);
    }
    most = new long[depth + 1];
    totalWidth = new int[depth + 1];
    measure(offset);
  }

  private void measure(int offset) {
    long cumulative = ((long) nodeSize - NODE_OVERHEAD) / recordSize;
    most[0] = cumulative;
    for (int level = 1; level <= depth; level++) {
      totalWidth[level] = level > 1 ? width(cumulative) : 0;
      int pointer = offset + width(most[0]) + totalWidth[level];
      most[level] = Math.max(0, (nodeSize - NODE_OVERHEAD - pointer) / (recordSize + pointer));
      cumulative = Math.min((most[level] + 1) * cumulative + most[level], Integer.MAX_VALUE);
    }
  }

  private static int width(long limit) {
    return (63 - Long.numberOfLeadingZeros(Math.max(1, limit))) / 8 + 1;
  }

  void forEach(Consumer<FieldReader> records) {
    if (root != FieldReader.UNDEFINED && rootRecords > 0) {
      walk(root, rootRecords, depth, records);
    }
  }

  private void walk(long address, long count, int level, Consumer<FieldReader> records) {
    if (count > most[level]) {
      throw Blocks.corrupt(file, "a tree node of " + count + " records");
    }
    int offset = file.superblock().offsetBytes();
    int pointer = offset + width(most[0]) + totalWidth[level];
    long size = NODE_OVERHEAD + count * recordSize + (level > 0 ? (count + 1) * pointer : 0);
    FieldReader node = Blocks.checked(file, address, size, level > 0 ? "BTIN" : "BTLF");
    node.skip(2);
    FieldReader own = Blocks.piece(file, node, count * recordSize, "structure");
    for (long i = 0; i <= count; i++) {
      if (level > 0) {
        long child = node.address();
        long childRecords = node.unsigned(width(most[0]));
        node.skip(totalWidth[level]);
        walk(child, childRecords, level - 1, records);
      }
      if (i < count) {
        if (++walked > total) {
          throw Blocks.corrupt(file, "a tree has more records than it says");
        }
        records.accept(Blocks.piece(file, own, recordSize, "structure"));
      }
    }
  }
}
