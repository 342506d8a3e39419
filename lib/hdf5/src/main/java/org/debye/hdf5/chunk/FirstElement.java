package org.debye.hdf5.chunk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.filter.FilterException;
import org.debye.hdf5.filter.FilterPipeline;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.Refusal;
import org.jspecify.annotations.Nullable;

/** The first element of a chunked dataset of whatever type: a title that was stored in a chunk. */
public final class FirstElement {
  /** Text is short; nothing larger is decoded for the sake of one element. */
  private static final int LARGEST_CHUNK = 1 << 22;

  private FirstElement() {}

  /**
   * Its bytes as in the file.
   *
   * @param headerAddress of the dataset
   * @return null where it was never written
   * @throws InputException where the chunk is damaged, or above 4 MiB
   */
  public static byte @Nullable [] read(Hdf5File file, long headerAddress, String path) {
    DatasetHeader header = DatasetHeader.read(file, headerAddress, path);
    String where = file.name() + ":" + path;
    if (header.storage() != StorageKind.CHUNKED || header.elements() == 0) {
      return null;
    }
    ChunkedLayout.Chunks chunks = new ChunkedLayout(file, header).read();
    int bytes = chunks.grid().bytes();
    if (bytes > LARGEST_CHUNK) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          where,
          "a value in a chunk of " + bytes + " bytes",
          "Write it as a value of its own.");
    }
    long address = chunks.table().address(0);
    if (address == ChunkTable.ABSENT) {
      return null;
    }
    byte[] stored = stored(file, address, chunks.table().size(0, bytes), where);
    byte[] decoded = new byte[bytes];
    try (FilterPipeline filters = new FilterPipeline(header.filters(), header.type().size())) {
      filters.decode(stored, stored.length, chunks.table().mask(0), decoded, bytes);
    } catch (FilterException e) {
      throw InputException.of(
          e.code(), where, "cannot decode: " + e.getMessage(), "Copy the file again.", e);
    }
    return Arrays.copyOf(decoded, header.type().size());
  }

  private static byte[] stored(Hdf5File file, long position, int size, String where) {
    if (position > file.size() - size) {
      throw truncated(where, position + size, null);
    }
    byte[] stored = new byte[size];
    try {
      file.file().readFully(position, ByteBuffer.wrap(stored));
      return stored;
    } catch (EOFException e) {
      throw truncated(where, position + size, e);
    } catch (IOException e) {
      throw Refusal.of(where, "reading failed", e);
    }
  }

  private static InputException truncated(String where, long end, @Nullable EOFException cause) {
    String problem = "the file ends before byte " + end + ", where this value does";
    String remedy = "Copy the file again from where it was written.";
    return cause == null
        ? InputException.of(FailureCode.TRUNCATED, where, problem, remedy)
        : InputException.of(FailureCode.TRUNCATED, where, problem, remedy, cause);
  }
}
