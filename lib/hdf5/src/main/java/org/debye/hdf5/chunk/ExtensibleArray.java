package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;
import org.jspecify.annotations.Nullable;

/**
 * The extensible array chunk index (format specification VII.D; sizes of its blocks as H5EAhdr.c
 * computes them): some entries and data blocks in an index block, the rest in super blocks whose
 * data blocks double in size every second time, paged where they are large. Blocks and pages that
 * were never written are skipped.
 */
final class ExtensibleArray {
  private static final String WHAT = "extensible array chunk index";
  private static final int PREFIX = 6;

  private final Hdf5File file;
  private final ChunkTableBuilder table;
  private final long[] maxDims;
  private final int offsets;

  private int client;
  private int entryBytes;
  private int directEntries;
  private int smallestBlock;
  private int pageEntries;
  private int positionBytes;
  private long entries;

  ExtensibleArray(Hdf5File file, ChunkTableBuilder table, long[] maxDims) {
    this.file = file;
    this.table = table;
    this.maxDims = maxDims;
    this.offsets = file.superblock().offsetBytes();
  }

  void read(long address) {
    int lengths = file.superblock().lengthBytes();
    FieldReader header = file.checkedFields(address, 12L + 6L * lengths + offsets + 4, WHAT);
    header.signature("EAHD");
    header.version(0);
    client = header.u8();
    entryBytes = header.u8();
    int entryBits = header.u8();
    directEntries = header.u8();
    smallestBlock = header.u8();
    int smallestPointers = header.u8();
    int pageBits = header.u8();
    header.skip(4 * lengths);
    entries = header.length();
    header.skip(lengths);
    long indexBlock = header.address();
    boolean sound =
        entryBits >= 1
            && entryBits <= 62
            && pageBits <= 30
            && powerOfTwo(smallestBlock)
            && powerOfTwo(smallestPointers);
    if (!sound) {
      throw header.corrupt("impossible sizes in an extensible array");
    }
    pageEntries = 1 << pageBits;
    positionBytes = (entryBits + 7) / 8;
    ChunkOrder order = ChunkOrder.extensible(table.grid(), maxDims);
    ChunkEntries reader = new ChunkEntries(table, order, entryBytes, client, offsets, header);
    if (indexBlock != FieldReader.UNDEFINED) {
      int superBlocks = 1 + entryBits - log2(smallestBlock);
      indexBlock(indexBlock, superBlocks, smallestPointers, reader);
    }
  }

  private void indexBlock(long address, int superBlocks, int pointers, ChunkEntries reader) {
    int inIndex = 2 * log2(pointers);
    int blocks = 2 * (pointers - 1);
    int supers = Math.max(0, superBlocks - inIndex);
    long bytes =
        PREFIX
            + offsets
            + (long) directEntries * entryBytes
            + (long) (blocks + supers) * offsets
            + 4;
    FieldReader fields = file.checkedFields(address, bytes, WHAT);
    prefix(fields, "EAIB");
    reader.read(fields, 0, directEntries);
    long index = directEntries;
    for (int s = 0; s < inIndex; s++) {
      for (int b = 0; b < blocksOf(s); b++) {
        index = dataBlock(fields.address(), index, blockEntries(s), null, 0, reader);
      }
    }
    for (int s = inIndex; s < superBlocks; s++) {
      index = superBlock(fields.address(), index, s, reader);
    }
  }

  /** Reads a super block and gives the index after its last entry. */
  private long superBlock(long address, long firstIndex, int number, ChunkEntries reader) {
    long blocks = blocksOf(number);
    long perBlock = blockEntries(number);
    if (address == FieldReader.UNDEFINED || firstIndex >= entries) {
      return firstIndex + blocks * perBlock;
    }
    boolean paged = perBlock > pageEntries;
    long pages = paged ? perBlock / pageEntries : 0;
    long bitmapBytes = paged ? blocks * ((pages + 7) / 8) : 0;
    long bytes = PREFIX + offsets + positionBytes + bitmapBytes + blocks * offsets + 4L;
    FieldReader fields = file.checkedFields(address, bytes, WHAT);
    prefix(fields, "EASB");
    fields.skip(positionBytes);
    byte[] bitmap = fields.bytes((int) bitmapBytes);
    long index = firstIndex;
    for (long b = 0; b < blocks; b++) {
      index =
          dataBlock(fields.address(), index, perBlock, paged ? bitmap : null, b * pages, reader);
    }
    return index;
  }

  private long dataBlock(
      long address,
      long firstIndex,
      long count,
      byte @Nullable [] pages,
      long firstPage,
      ChunkEntries reader) {
    if (address == FieldReader.UNDEFINED) {
      return firstIndex + count;
    }
    int prefix = PREFIX + offsets + positionBytes;
    long bytes = prefix + (pages == null ? count * entryBytes : 0) + 4;
    FieldReader fields = file.checkedFields(address, bytes, WHAT);
    prefix(fields, "EADB");
    fields.skip(positionBytes);
    if (pages == null) {
      reader.read(fields, firstIndex, count);
      return firstIndex + count;
    }
    long pageBytes = (long) pageEntries * entryBytes + 4;
    for (long page = 0; page < count / pageEntries; page++) {
      if (FixedArray.bit(pages, firstPage + page)) {
        FieldReader entriesOfPage =
            file.checkedFields(address + bytes + page * pageBytes, pageBytes, WHAT);
        reader.read(entriesOfPage, firstIndex + page * pageEntries, pageEntries);
      }
    }
    return firstIndex + count;
  }

  private void prefix(FieldReader fields, String signature) {
    fields.signature(signature);
    fields.version(0);
    if (fields.u8() != client) {
      throw fields.corrupt("an extensible array block of another kind than its header");
    }
    fields.skip(offsets);
  }

  private static long blocksOf(int superBlock) {
    return 1L << (superBlock / 2);
  }

  private long blockEntries(int superBlock) {
    return (1L << ((superBlock + 1) / 2)) * smallestBlock;
  }

  private static boolean powerOfTwo(int value) {
    return value > 0 && (value & (value - 1)) == 0;
  }

  private static int log2(int value) {
    return 31 - Integer.numberOfLeadingZeros(value);
  }
}
