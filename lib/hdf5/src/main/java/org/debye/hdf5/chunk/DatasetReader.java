package org.debye.hdf5.chunk;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.PositionedFile;
import org.debye.hdf5.filter.FilterException;
import org.debye.hdf5.filter.FilterPipeline;
import org.debye.hdf5.format.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames of a planned dataset as little-endian pixels. Chunks that span frames are decoded
 * once for a run of consecutive frames: the chunks of the last frame are kept. Nothing is allocated
 * for a frame once the workspace has grown to its size. Thread-confined; the file is not closed
 * with it.
 */
public final class DatasetReader implements Closeable {
  /** Chunks of one frame beyond this are decoded again for each of their frames. */
  private static final long MOST_KEPT_BYTES = 1L << 29;

  private static final long NONE = -1;

  private final DatasetPlan plan;
  private final PositionedFile file;
  private final FilterPipeline pipeline;
  private final @Nullable FrameTiles tiles;
  private byte[] stored = new byte[0];
  private byte[][] decoded = new byte[0][];
  private long[] decodedChunk = new long[0];

  /**
   * Reads what the plan says from the file, which must be the plan's.
   *
   * @throws InputException {@code UNKNOWN_FILTER}
   */
  public DatasetReader(DatasetPlan plan, PositionedFile file) {
    this.plan = plan;
    this.file = file;
    this.pipeline = plan.pipeline();
    this.tiles =
        plan.storage() instanceof Storage.Chunked chunked ? new FrameTiles(chunked.grid()) : null;
  }

  /**
   * Reads one frame.
   *
   * @param frame number in the dataset, within the plan's
   * @param target at least {@code frameBytes()} long; row-major pixels, little endian
   * @return how much of it was ever written; the rest holds the fill value
   * @throws InputException {@code CORRUPT_CHUNK}, {@code TRUNCATED}, {@code UNREADABLE_FILE}, with
   *     file, dataset path and frame; the target's content is then undefined
   */
  public FrameCoverage readFrame(long frame, byte[] target) {
    plan.checkFrame(frame);
    int bytes = plan.frameBytes();
    if (target.length < bytes) {
      throw new IllegalArgumentException(target.length + " bytes for a frame of " + bytes);
    }
    FrameCoverage coverage = FrameCoverage.COMPLETE;
    Storage storage = plan.storage();
    if (storage instanceof Storage.Inline inline) {
      System.arraycopy(inline.data(), Math.toIntExact(frame * bytes), target, 0, bytes);
    } else if (storage instanceof Storage.Contiguous contiguous) {
      coverage = contiguous(contiguous.position(), frame, target, bytes);
    } else if (storage instanceof Storage.Chunked chunked && tiles != null) {
      coverage = chunked(chunked, tiles, frame, target, bytes);
    }
    if (plan.bigEndian()) {
      ByteSwap.swap(target, bytes, plan.pixelType().bytes());
    }
    return coverage;
  }

  /**
   * Reads a small dataset as a whole, little endian: time stamps, offsets, a mask.
   *
   * @param most bytes that it may have
   * @throws InputException as {@link #readFrame}; {@code UNSUPPORTED_DATASET} where it is larger
   */
  public byte[] readAll(int most) {
    long total = Math.multiplyExact(plan.frames(), (long) plan.frameBytes());
    if (total > most) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          plan.where(plan.firstFrame()),
          total + " bytes where a small array is expected (up to " + most + ")",
          "Name another dataset.");
    }
    byte[] all = new byte[(int) total];
    byte[] frame = new byte[plan.frameBytes()];
    for (int i = 0; i < plan.frames(); i++) {
      readFrame(plan.firstFrame() + i, frame);
      System.arraycopy(frame, 0, all, i * frame.length, frame.length);
    }
    return all;
  }

  @Override
  public void close() {
    pipeline.close();
  }

  private FrameCoverage contiguous(long position, long frame, byte[] target, int bytes) {
    if (position == ChunkTable.ABSENT) {
      fill(target, 0, bytes);
      return FrameCoverage.ABSENT;
    }
    load(position + frame * bytes, target, bytes, frame);
    return FrameCoverage.COMPLETE;
  }

  private FrameCoverage chunked(
      Storage.Chunked chunked, FrameTiles tiles, long frame, byte[] target, int bytes) {
    ChunkGrid grid = chunked.grid();
    ChunkTable table = chunked.table();
    long first = tiles.firstChunk(frame);
    boolean whole = tiles.perFrame() == 1 && grid.bytes() == bytes * (long) tiles.framesPerChunk();
    long address = table.address(first);
    if (whole && address != ChunkTable.ABSENT) {
      if (plan.filters().isEmpty()) {
        load(address + (long) tiles.frameInChunk(frame) * bytes, target, bytes, frame);
        return FrameCoverage.COMPLETE;
      }
      if (tiles.framesPerChunk() == 1) {
        decode(chunked, first, target, frame);
        return FrameCoverage.COMPLETE;
      }
    }
    return assemble(chunked, tiles, frame, target, bytes);
  }

  private FrameCoverage assemble(
      Storage.Chunked chunked, FrameTiles tiles, long frame, byte[] target, int bytes) {
    FrameCoverage coverage = tiles.coverage(chunked.table(), frame);
    if (coverage != FrameCoverage.COMPLETE) {
      fill(target, 0, bytes);
    }
    if (coverage == FrameCoverage.ABSENT) {
      return coverage;
    }
    keep(tiles, chunked.grid());
    long first = tiles.firstChunk(frame);
    for (int tile = 0; tile < tiles.perFrame(); tile++) {
      if (chunked.table().address(first + tile) != ChunkTable.ABSENT) {
        byte[] chunk = chunk(chunked, first + tile, tile % decoded.length, frame);
        copy(chunk, chunked.grid(), tiles, tile, frame, target);
      }
    }
    return coverage;
  }

  private void keep(FrameTiles tiles, ChunkGrid grid) {
    if (decoded.length == 0) {
      boolean all =
          tiles.framesPerChunk() > 1 && (long) tiles.perFrame() * grid.bytes() <= MOST_KEPT_BYTES;
      decoded = new byte[all ? tiles.perFrame() : 1][];
      decodedChunk = new long[decoded.length];
      Arrays.fill(decodedChunk, NONE);
    }
  }

  private byte[] chunk(Storage.Chunked chunked, long number, int slot, long frame) {
    if (decodedChunk[slot] != number) {
      decodedChunk[slot] = NONE;
      requirePossible(chunked, number, frame);
      if (decoded[slot] == null) {
        decoded[slot] = new byte[chunked.grid().bytes()];
      }
      decode(chunked, number, decoded[slot], frame);
      decodedChunk[slot] = number;
    }
    return decoded[slot];
  }

  private void requirePossible(Storage.Chunked chunked, long number, long frame) {
    int expected = chunked.grid().bytes();
    try {
      pipeline.requirePossible(
          chunked.table().size(number, expected), chunked.table().mask(number), expected);
    } catch (FilterException e) {
      throw plan.failure(plan.where(frame), e);
    }
  }

  private void decode(Storage.Chunked chunked, long number, byte[] target, long frame) {
    int expected = chunked.grid().bytes();
    long address = chunked.table().address(number);
    int size = chunked.table().size(number, expected);
    if (plan.filters().isEmpty() && size == expected) {
      load(address, target, expected, frame);
      return;
    }
    if (stored.length < size) {
      requireThere(address, size, frame);
      stored = new byte[size + size / 4];
    }
    load(address, stored, size, frame);
    try {
      pipeline.decode(stored, size, chunked.table().mask(number), target, expected);
    } catch (FilterException e) {
      throw plan.failure(plan.where(frame), e);
    }
  }

  /** Copies the part of a tile that lies in the frame: rows of the last ones may be cut. */
  private void copy(
      byte[] chunk, ChunkGrid grid, FrameTiles tiles, int tile, long frame, byte[] target) {
    int pixel = plan.pixelType().bytes();
    int rank = grid.rank();
    int chunkRows = rank < 2 ? 1 : grid.chunk()[rank - 2];
    int chunkColumns = rank < 1 ? 1 : grid.chunk()[rank - 1];
    int row = tile / tiles.columns() * chunkRows;
    int column = tile % tiles.columns() * chunkColumns;
    int rows = Math.min(chunkRows, plan.rows() - row);
    int run = Math.min(chunkColumns, plan.columns() - column) * pixel;
    int from = tiles.frameInChunk(frame) * chunkRows * chunkColumns * pixel;
    for (int r = 0; r < rows; r++) {
      System.arraycopy(
          chunk,
          from + r * chunkColumns * pixel,
          target,
          ((row + r) * plan.columns() + column) * pixel,
          run);
    }
  }

  private void fill(byte[] target, int from, int to) {
    byte[] value = plan.fill();
    for (int at = from; at < to; at += value.length) {
      System.arraycopy(value, 0, target, at, value.length);
    }
  }

  /** Before memory is asked for. */
  private void requireThere(long position, int bytes, long frame) {
    try {
      if (position > file.size() - bytes) {
        throw truncated(position + bytes, frame, null);
      }
    } catch (IOException e) {
      throw Refusal.of(plan.where(frame), "reading failed", e);
    }
  }

  private InputException truncated(long end, long frame, @Nullable EOFException cause) {
    String problem = "the file ends before byte " + end + ", where this frame's data do";
    String remedy = "Copy the file again from where it was written; the other frames are read.";
    return cause == null
        ? InputException.of(FailureCode.TRUNCATED, plan.where(frame), problem, remedy)
        : InputException.of(FailureCode.TRUNCATED, plan.where(frame), problem, remedy, cause);
  }

  private void load(long position, byte[] target, int bytes, long frame) {
    try {
      file.readFully(position, ByteBuffer.wrap(target, 0, bytes));
    } catch (EOFException e) {
      throw truncated(position + bytes, frame, e);
    } catch (IOException e) {
      throw Refusal.of(plan.where(frame), "reading failed", e);
    }
  }
}
