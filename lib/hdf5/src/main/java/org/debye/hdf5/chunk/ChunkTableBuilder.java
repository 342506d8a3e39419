package org.debye.hdf5.chunk;

import java.util.Arrays;
import org.debye.hdf5.format.FieldReader;

/** Collects the entries of a chunk index in any order. Its memory follows what is stored. */
final class ChunkTableBuilder {
  private static final long LARGEST_STORED = (1L << 30) + (1L << 26);

  /** Up to here a table may be as empty as it likes; above, one place in so many is filled. */
  private static final int FREE_PLACES = 1 << 20;

  private static final int SPARSEST = 16;

  private final ChunkGrid grid;
  private final long base;
  private final boolean wholeEdges;
  private int[] numbers = new int[16];
  private long[] addresses = new long[16];
  private int[] sizes = new int[16];
  private int[] masks = new int[16];
  private int held;
  private int highest = -1;
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
    long most = Math.min(2L * grid.bytes() + 65_536, LARGEST_STORED);
    if (size < 0 || size > most || address > Long.MAX_VALUE / 2) {
      throw source.corrupt("a chunk of " + size + " stored bytes at address " + address);
    }
    if (held >= grid.total()) {
      throw source.corrupt("more than the " + grid.total() + " chunks that the dataset has");
    }
    reserve();
    int last = held++;
    numbers[last] = (int) number;
    addresses[last] = address + base;
    sizes[last] = (int) size;
    masks[last] = wholeEdges || !grid.partial(scaled) ? mask : -1;
    highest = Math.max(highest, (int) number);
    sized |= size != grid.bytes();
    masked |= masks[last] != 0;
  }

  /**
   * The table.
   *
   * @param source for the failure where nearly nothing of a huge dataset is stored
   */
  ChunkTable build(FieldReader source) {
    if (highest >= FREE_PLACES && highest / SPARSEST > held) {
      throw source.corrupt(held + " chunks are stored, the last as number " + highest);
    }
    long[] places = new long[highest + 1];
    Arrays.fill(places, ChunkTable.ABSENT);
    int[] lengths = new int[sized ? places.length : 0];
    int[] skipped = new int[masked ? places.length : 0];
    for (int i = 0; i < held; i++) {
      places[numbers[i]] = addresses[i];
      if (sized) {
        lengths[numbers[i]] = sizes[i];
      }
      if (masked) {
        skipped[numbers[i]] = masks[i];
      }
    }
    return new ChunkTable(0, places, lengths, skipped);
  }

  private void reserve() {
    if (held == numbers.length) {
      int larger = held + held / 2;
      numbers = Arrays.copyOf(numbers, larger);
      addresses = Arrays.copyOf(addresses, larger);
      sizes = Arrays.copyOf(sizes, larger);
      masks = Arrays.copyOf(masks, larger);
    }
  }
}
