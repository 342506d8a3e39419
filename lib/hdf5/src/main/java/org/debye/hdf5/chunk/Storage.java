package org.debye.hdf5.chunk;

import java.io.Serializable;

/** Where a dataset's elements are. */
sealed interface Storage extends Serializable {
  /** In the plan itself. */
  record Inline(byte[] data) implements Storage {}

  /** One run of bytes at a file position, or nothing at {@link ChunkTable#ABSENT}. */
  record Contiguous(long position) implements Storage {}

  /** Chunks. */
  record Chunked(ChunkGrid grid, ChunkTable table) implements Storage {}
}
