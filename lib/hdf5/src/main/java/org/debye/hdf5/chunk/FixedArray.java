package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** The fixed array chunk index (format specification VII.C), paged or not. */
final class FixedArray {
  private static final String WHAT = "fixed array chunk index";

  private final Hdf5File file;
  private final ChunkTableBuilder table;
  private final ChunkOrder order;
  private final int offsets;

  private int client;
  private int entryBytes;
  private long entries;

  FixedArray(Hdf5File file, ChunkTableBuilder table, long[] maxDims) {
    this.file = file;
    this.table = table;
    this.order = ChunkOrder.fixed(table.grid(), maxDims);
    this.offsets = file.superblock().offsetBytes();
  }

  void read(long address) {
    int lengths = file.superblock().lengthBytes();
    FieldReader header = file.checkedFields(address, 8L + lengths + offsets + 4, WHAT);
    header.signature("FAHD");
    header.version(0);
    client = header.u8();
    entryBytes = header.u8();
    int pageBits = header.u8();
    entries = header.length();
    long block = header.address();
    if (pageBits > 30 || entries > order.total()) {
      throw header.corrupt("a fixed array of " + entries + " entries, pages of 2^" + pageBits);
    }
    ChunkEntries reader = new ChunkEntries(table, order, entryBytes, client, offsets, header);
    if (block == FieldReader.UNDEFINED) {
      return;
    }
    int prefix = 6 + offsets;
    if (entries <= 1L << pageBits) {
      FieldReader fields = file.checkedFields(block, prefix + entries * entryBytes + 4, WHAT);
      prefix(fields);
      reader.read(fields, 0, entries);
    } else {
      pages(block, prefix, 1 << pageBits, reader);
    }
  }

  private void pages(long block, int prefix, int perPage, ChunkEntries reader) {
    long pages = (entries - 1) / perPage + 1;
    long bitmapBytes = (pages + 7) / 8;
    FieldReader fields = file.checkedFields(block, prefix + bitmapBytes + 4, WHAT);
    prefix(fields);
    byte[] bitmap = fields.bytes((int) bitmapBytes);
    long at = block + prefix + bitmapBytes + 4;
    for (long page = 0; page < pages; page++) {
      long first = page * perPage;
      long count = Math.min(perPage, entries - first);
      if (bit(bitmap, page)) {
        reader.read(file.checkedFields(at, count * entryBytes + 4, WHAT), first, count);
      }
      at += (long) perPage * entryBytes + 4;
    }
  }

  private void prefix(FieldReader fields) {
    fields.signature("FADB");
    fields.version(0);
    if (fields.u8() != client) {
      throw fields.corrupt("a fixed array block of another kind than its header");
    }
    fields.skip(offsets);
  }

  /** Bits count from the highest of each byte (H5VM_bit_get). */
  static boolean bit(byte[] bitmap, long index) {
    int at = (int) (index / 8);
    return at < bitmap.length && (bitmap[at] & 0x80 >> (int) (index % 8)) != 0;
  }
}
