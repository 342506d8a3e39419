package org.debye.hdf5.chunk;

import java.io.EOFException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.debye.hdf5.PositionedFile;

/** A file in memory, which tests may damage. */
final class MemoryFile implements PositionedFile {
  private final String name;
  private final byte[] bytes;
  private int reads;

  MemoryFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public URI uri() {
    return URI.create("file:///" + name);
  }

  @Override
  public long size() {
    return bytes.length;
  }

  int reads() {
    return reads;
  }

  @Override
  public void readFully(long position, ByteBuffer target) throws EOFException {
    reads++;
    if (position < 0 || position + target.remaining() > bytes.length) {
      throw new EOFException(name);
    }
    target.put(bytes, (int) position, target.remaining());
  }

  @Override
  public void close() {}
}
