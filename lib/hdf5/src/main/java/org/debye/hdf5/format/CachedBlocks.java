package org.debye.hdf5.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.debye.hdf5.PositionedFile;

/**
 * The last blocks read of a file, so that many small metadata reads cost few requests to a remote
 * one. Thread safe.
 */
final class CachedBlocks {
  private static final int BLOCK = 64 * 1024;
  private static final int KEPT = 32;

  private final PositionedFile file;
  private final long size;
  private final Map<Long, byte[]> blocks = new Recent();

  CachedBlocks(PositionedFile file, long size) {
    this.file = file;
    this.size = size;
  }

  long size() {
    return size;
  }

  /** Fills the buffer's remaining bytes; the caller has checked that they are in the file. */
  synchronized void read(long position, ByteBuffer target) throws IOException {
    if (target.remaining() > BLOCK) {
      file.readFully(position, target);
      return;
    }
    long at = position;
    while (target.hasRemaining()) {
      byte[] block = block(at / BLOCK);
      int from = (int) (at % BLOCK);
      int count = Math.min(block.length - from, target.remaining());
      target.put(block, from, count);
      at += count;
    }
  }

  private byte[] block(long number) throws IOException {
    byte[] known = blocks.get(number);
    if (known != null) {
      return known;
    }
    byte[] read = new byte[(int) Math.min(BLOCK, size - number * BLOCK)];
    file.readFully(number * BLOCK, ByteBuffer.wrap(read));
    blocks.put(number, read);
    return read;
  }

  private static final class Recent extends LinkedHashMap<Long, byte[]> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
      return size() > KEPT;
    }
  }
}
