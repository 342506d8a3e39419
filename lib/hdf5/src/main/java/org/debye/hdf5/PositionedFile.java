package org.debye.hdf5;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;

/** A file that can be read at any position, whatever holds it. Thread safe. */
public interface PositionedFile extends Closeable {
  URI uri();

  /** Bytes. */
  long size() throws IOException;

  /**
   * Fills the buffer's remaining bytes from the position, never fewer.
   *
   * @throws java.io.EOFException the file ends before
   */
  void readFully(long position, ByteBuffer target) throws IOException;
}
