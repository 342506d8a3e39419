package org.debye.hdf5.chunk;

/**
 * Which chunks a frame is made of. Leading grid coordinates follow from the frame's number; within
 * a frame the tiles run row-major, so a frame's chunks are consecutive numbers. Immutable.
 */
final class FrameTiles {
  private final ChunkGrid grid;
  private final int leading;
  private final int tileRows;
  private final int tileColumns;

  FrameTiles(ChunkGrid grid) {
    this.grid = grid;
    this.leading = Math.max(0, grid.rank() - 2);
    this.tileRows = grid.rank() < 2 ? 1 : (int) grid.count(grid.rank() - 2);
    this.tileColumns = grid.rank() < 1 ? 1 : (int) grid.count(grid.rank() - 1);
  }

  /** Tiles, hence chunks, of one frame. */
  int perFrame() {
    return tileRows * tileColumns;
  }

  int columns() {
    return tileColumns;
  }

  /** Number of the frame's first chunk. */
  long firstChunk(long frame) {
    long rest = frame;
    long number = 0;
    long stride = 1;
    for (int d = leading - 1; d >= 0; d--) {
      long index = rest % grid.dims()[d];
      rest /= grid.dims()[d];
      number += index / grid.chunk()[d] * stride;
      stride *= grid.count(d);
    }
    return number * perFrame();
  }

  /** Which frame of its chunks this is, counted in chunk frames. */
  int frameInChunk(long frame) {
    long rest = frame;
    long index = 0;
    long stride = 1;
    for (int d = leading - 1; d >= 0; d--) {
      index += rest % grid.dims()[d] % grid.chunk()[d] * stride;
      rest /= grid.dims()[d];
      stride *= grid.chunk()[d];
    }
    return (int) index;
  }

  /** Frames that a chunk holds a part of. */
  int framesPerChunk() {
    int frames = 1;
    for (int d = 0; d < leading; d++) {
      frames *= grid.chunk()[d];
    }
    return frames;
  }

  /** Frames after which all chunks touched so far are done with, from frame 0. */
  long framesPerRun() {
    long run = 1;
    long outer = 1;
    for (int d = 0; d < leading; d++) {
      long extent = grid.dims()[d];
      int chunk = grid.chunk()[d];
      if (run > 1) {
        run *= extent;
      } else if (chunk > 1) {
        // Chunks begin anew with every step of an outer dimension.
        run = outer > 1 && extent % chunk != 0 ? extent : chunk;
      }
      outer *= extent;
    }
    return Math.max(1, run);
  }

  ChunkTable range(ChunkTable table, long firstFrame, long count) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (long frame = firstFrame; frame < firstFrame + count; frame++) {
      long chunk = firstChunk(frame);
      from = Math.min(from, chunk);
      to = Math.max(to, chunk + perFrame());
    }
    return count == 0 ? table.range(0, 0) : table.range(from, to);
  }

  /** The file position after the last of the frame's chunks. */
  long end(ChunkTable table, int chunkBytes, long frame) {
    long chunk = firstChunk(frame);
    long end = 0;
    for (int t = 0; t < perFrame(); t++) {
      long address = table.address(chunk + t);
      if (address != ChunkTable.ABSENT) {
        end = Math.max(end, address + table.size(chunk + t, chunkBytes));
      }
    }
    return end;
  }

  FrameCoverage coverage(ChunkTable table, long frame) {
    long chunk = firstChunk(frame);
    int written = 0;
    for (int t = 0; t < perFrame(); t++) {
      written += table.address(chunk + t) == ChunkTable.ABSENT ? 0 : 1;
    }
    if (written == 0) {
      return FrameCoverage.ABSENT;
    }
    return written == perFrame() ? FrameCoverage.COMPLETE : FrameCoverage.PARTIAL;
  }
}
