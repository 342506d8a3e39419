package org.debye.spectra.duplicate;

import java.util.Arrays;

/**
 * Numbers in the cells of a lattice of up to three dimensions, as lists behind a hash table with
 * open addressing. Cells whose hashes are equal share a list, so a list may hold more than its
 * cell's numbers, and never less.
 */
final class CellIndex {
  private static final int END = -1;

  private long[] keys = new long[1024];
  private int[] heads = new int[1024];
  private int[] next = new int[1024];
  private int cells;
  private int count;

  CellIndex() {
    Arrays.fill(heads, END);
  }

  /** The number of what is put in next: 0, 1, 2 ... */
  void put(long[] cell) {
    if (2 * cells >= keys.length) {
      grow();
    }
    if (count == next.length) {
      next = Arrays.copyOf(next, 2 * count);
    }
    int slot = slot(key(cell, 0));
    cells += heads[slot] == END ? 1 : 0;
    keys[slot] = key(cell, 0);
    next[count] = heads[slot];
    heads[slot] = count++;
  }

  /**
   * The last number that was put into a cell or its hash's list; -1 for none.
   *
   * @param neighbour 0 to 26: which cell around {@code cell}, 0 for itself
   */
  int first(long[] cell, int neighbour) {
    return heads[slot(key(cell, neighbour))];
  }

  /** The number that was put into the list before this one; -1 for none. */
  int after(int number) {
    return next[number];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) key & mask;
    while (heads[slot] != END && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long key(long[] cell, int neighbour) {
    long key = 0;
    int rest = neighbour;
    for (long place : cell) {
      int step = rest % 3;
      rest /= 3;
      long moved = step == 2 ? place - 1 : place + step;
      key = (key ^ moved) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 29;
    }
    return key;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[2 * oldKeys.length];
    heads = new int[keys.length];
    Arrays.fill(heads, END);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != END) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
