package org.debye.hdf5.format;

/** Whether a writer has the file open, as far as the file itself tells. */
public enum WriteState {
  /** Superblocks before version 3 do not say. */
  UNKNOWN,
  CLOSED,
  /** Opened for writing without SWMR, or its writer died: metadata may be inconsistent. */
  OPEN,
  /** Opened by a single writer that lets others read (SWMR): what is there is consistent. */
  OPEN_FOR_READERS;

  /** File consistency flags: bit 0 write access, bit 2 SWMR. */
  static WriteState of(int flags) {
    if ((flags & 4) != 0) {
      return OPEN_FOR_READERS;
    }
    return (flags & 1) != 0 ? OPEN : CLOSED;
  }
}
