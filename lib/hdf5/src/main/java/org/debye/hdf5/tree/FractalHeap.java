package org.debye.hdf5.tree;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/**
 * Objects of a fractal heap without filters: managed and tiny ones (HDF5 File Format Specification
 * III.F). Huge objects, attributes above 64 KiB, are refused.
 */
final class FractalHeap {
  private final Hdf5File file;
  private final int idLength;
  private final int tableWidth;
  private final long startingSize;
  private final long largestDirect;
  private final int offsetBits;
  private final int lengthWidth;
  private final long root;
  private final int rootRows;
  private long taken;

  private FractalHeap(Hdf5File file, FieldReader head) {
    this.file = file;
    int lengths = file.superblock().lengthBytes();
    int offsets = file.superblock().offsetBytes();
    head.skip(1);
    idLength = head.u16();
    int filters = head.u16();
    head.skip(1);
    long largestManaged = head.u32();
    head.skip(10 * lengths + 2 * offsets);
    tableWidth = head.u16();
    startingSize = head.length();
    largestDirect = head.length();
    offsetBits = head.u16();
    head.skip(2);
    root = head.address();
    rootRows = head.u16();
    if (filters > 0) {
      throw Blocks.unsupported(file, "a filtered fractal heap");
    }
    boolean sane =
        tableWidth > 0 && startingSize > 0 && largestDirect >= startingSize && offsetBits <= 64;
    if (!sane || Long.bitCount(startingSize) != 1 || Long.bitCount(largestDirect) != 1) {
      throw Blocks.corrupt(file, "a fractal heap with blocks of " + startingSize);
    }
    lengthWidth = bytesFor(Math.min(largestDirect, Math.max(1, largestManaged)));
  }

  static FractalHeap read(Hdf5File file, long address) {
    int lengths = file.superblock().lengthBytes();
    int offsets = file.superblock().offsetBytes();
    FieldReader filters = file.fields(address + 7, 2, "structure");
    if (filters.u16() > 0) {
      throw Blocks.unsupported(file, "a filtered fractal heap");
    }
    return new FractalHeap(
        file, Blocks.checked(file, address, 26L + 12L * lengths + 3L * offsets, "FRHP"));
  }

  private static int bytesFor(long limit) {
    return (63 - Long.numberOfLeadingZeros(limit)) / 8 + 1;
  }

  int idLength() {
    return idLength;
  }

  FieldReader object(FieldReader id) {
    int head = id.u8();
    int type = (head >> 4) & 3;
    if (type == 2) {
      return Blocks.piece(file, id, Math.min(id.remaining(), (head & 0xF) + 1), "heap object");
    }
    if (type != 0) {
      throw Blocks.unsupported(file, "an object above 64 KiB in a fractal heap");
    }
    long offset = id.unsigned((offsetBits + 7) / 8);
    long length = id.unsigned(lengthWidth);
    taken += length;
    if (root == FieldReader.UNDEFINED || taken > file.size() || taken < 0) {
      throw Blocks.corrupt(file, "objects that lie over each other in a heap, or in none");
    }
    if (rootRows == 0) {
      return inBlock(root, startingSize, offset, length);
    }
    return inIndirect(root, rootRows, 0, offset, length);
  }

  private FieldReader inBlock(long address, long size, long offset, long length) {
    if (offset < 0 || length > size - offset) {
      throw Blocks.corrupt(file, "an object stands outside of its heap block");
    }
    return file.fields(address + offset, length, "structure");
  }

  private FieldReader inIndirect(long address, long rows, long first, long offset, long length) {
    long blockStart = first;
    int header = 5 + file.superblock().offsetBytes() + (offsetBits + 7) / 8;
    int directRows = log2(largestDirect) - log2(startingSize) + 2;
    if (rows > 64) {
      throw Blocks.corrupt(file, "a heap block of " + rows + " rows");
    }
    for (int row = 0; row < rows; row++) {
      long size = row == 0 ? startingSize : startingSize << Math.min(row - 1, 62);
      if (size <= 0) {
        throw Blocks.corrupt(file, "a heap row of blocks of " + size);
      }
      long column = offset < blockStart ? tableWidth : (offset - blockStart) / size;
      if (column < tableWidth) {
        long child = child(address, header, (long) row * tableWidth + column);
        long start = blockStart + column * size;
        if (row < directRows) {
          return inBlock(child, size, offset - start, length);
        }
        int childRows = log2(size) - log2(startingSize * tableWidth) + 1;
        return inIndirect(child, Math.min(childRows, row), start, offset, length);
      }
      blockStart += size * tableWidth;
    }
    throw Blocks.corrupt(file, "an object stands outside of its heap");
  }

  private long child(long address, int header, long entry) {
    int width = file.superblock().offsetBytes();
    file.fields(address, 4, "structure").signature("FHIB");
    long child = file.fields(address + header + entry * width, width, "structure").address();
    if (child == FieldReader.UNDEFINED) {
      throw Blocks.corrupt(file, "an object stands in a heap block that is not there");
    }
    return child;
  }

  private static int log2(long value) {
    return 63 - Long.numberOfLeadingZeros(Math.max(1, value));
  }
}
