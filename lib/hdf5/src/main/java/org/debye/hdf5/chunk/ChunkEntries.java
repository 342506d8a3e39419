package org.debye.hdf5.chunk;

import org.debye.hdf5.format.FieldReader;

/**
 * Entries of fixed and extensible arrays: an address, and for filtered chunks stored size and
 * filter mask.
 */
final class ChunkEntries {
  private final ChunkTableBuilder table;
  private final ChunkOrder order;
  private final int sizeBytes;

  /**
   * Entries of one array.
   *
   * @param entryBytes as the array's header says
   * @param client 0 unfiltered, 1 filtered
   */
  ChunkEntries(
      ChunkTableBuilder table,
      ChunkOrder order,
      int entryBytes,
      int client,
      int offsetBytes,
      FieldReader header) {
    this.table = table;
    this.order = order;
    this.sizeBytes = client == 0 ? 0 : entryBytes - offsetBytes - 4;
    boolean sound =
        client == 0 ? entryBytes == offsetBytes : client == 1 && sizeBytes > 0 && sizeBytes <= 8;
    if (!sound) {
      throw header.corrupt("chunk index entries of " + entryBytes + " bytes, kind " + client);
    }
  }

  /** Reads entries one after the other; the first has this index. */
  void read(FieldReader fields, long firstIndex, long count) {
    for (long i = 0; i < count; i++) {
      long address = fields.address();
      long size = sizeBytes == 0 ? table.grid().bytes() : fields.unsigned(sizeBytes);
      int mask = sizeBytes == 0 ? 0 : fields.i32();
      table.add(order.scaled(firstIndex + i), address, size, mask, fields);
    }
  }
}
