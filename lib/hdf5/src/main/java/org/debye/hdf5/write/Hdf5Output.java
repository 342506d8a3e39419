package org.debye.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A new HDF5 file: superblock 2, headers of version 2, compact links. Data go to the file as they
 * come; headers follow on closing and the superblock comes last, so that a file whose writer died
 * is no HDF5 file rather than a wrong one. Thread-confined.
 */
final class Hdf5Output implements Closeable {
  private static final int SUPERBLOCK = 48;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

  private final FileOutput out;
  private final TextHeap texts = new TextHeap();
  private final OutputGroup root;
  private boolean closed;

  Hdf5Output(Path file) throws IOException {
    out = new FileOutput(file, SUPERBLOCK);
    root = new OutputGroup(this);
  }

  OutputGroup root() {
    return root;
  }

  FileOutput out() {
    return out;
  }

  TextHeap texts() {
    return texts;
  }

  /** Closes without making the file valid. */
  void abandon() throws IOException {
    closed = true;
    out.close();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      texts.write(out);
      long address = root.write(out);
      // The last block may end before a multiple of eight; the file then ends there too.
      out.append(new byte[8]);
      Block superblock =
          new Block()
              .put(SIGNATURE)
              .u1(2)
              .u1(8)
              .u1(8)
              .u1(0)
              .u8(0)
              .u8(Block.UNDEFINED)
              .u8(out.position())
              .u8(address)
              .checksum();
      out.writeAt(0, ByteBuffer.wrap(superblock.toBytes()));
    }
  }
}
