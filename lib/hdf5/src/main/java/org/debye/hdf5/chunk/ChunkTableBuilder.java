package org.debye.hdf5.chunk;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;

/** Collects the entries of a chunk index in any order. Its memory follows what is stored. */
final class ChunkTableBuilder {
  private final ChunkGrid grid;
  private final long base;
  private final boolean wholeEdges;
  private long[] addresses = new long[0];
  private int[] sizes = new int[0];
  private int[] masks = new int[0];
  private int held;
  private boolean sized;
  private boolean masked;

  /**
   * Starts with no chunk.
   *
   * @param base added to every address: the superblock's position
   * @param wholeEdges false where chunks that reach over the edge are stored unfiltered
   */
  ChunkTableBuilder(ChunkGrid grid, long base, boolean wholeEdges) {
    this.grid = grid;
    this.base = base;
    this.wholeEdges = wholeEdges;
  }

  ChunkGrid grid() {
    return grid;
  }

  /**
   * Adds one entry; those without an address, or outside of the dataset, are left out.
   *
   * @param scaled grid coordinates
   * @param size stored bytes
   * @param mask filters left out
   * @param source for the failure where an entry is impossible
   */
  void add(long[] scaled, long address, long size, int mask, FieldReader source) {
    long number = grid.number(scaled);
    if (number < 0 || address == FieldReader.UNDEFINED) {
      return;
    }
    // A filter that lengthens its data by more than this is not known; a damaged size is.
    if (size < 0 || size > 2L * grid.bytes() + 65_536 || address > Long.MAX_VALUE / 2) {
      throw source.corrupt("a chunk of " + size + " stored bytes at address " + address);
    }
    int at = (int) number;
    reserve(at + 1);
    addresses[at] = address + base;
    sizes[at] = (int) size;
    masks[at] = wholeEdges || !grid.partial(scaled) ? mask : -1;
    sized |= size != grid.bytes();
    masked |= masks[at] != 0;
  }

  ChunkTable build() {
    return new ChunkTable(
        0,
        Arrays.copyOf(addresses, held),
        sized ? Arrays.copyOf(sizes, held) : new int[0],
        masked ? Arrays.copyOf(masks, held) : new int[0]);
  }

  private void reserve(int count) {
    if (count > addresses.length) {
      int most = (int) Math.min(grid.total(), Integer.MAX_VALUE - 8);
      int larger = Math.min(most, Math.max(count, addresses.length + addresses.length / 2 + 16));
      int old = addresses.length;
      addresses = Arrays.copyOf(addresses, larger);
      Arrays.fill(addresses, old, larger, ChunkTable.ABSENT);
      sizes = Arrays.copyOf(sizes, larger);
      masks = Arrays.copyOf(masks, larger);
    }
    held = Math.max(held, count);
  }
}
