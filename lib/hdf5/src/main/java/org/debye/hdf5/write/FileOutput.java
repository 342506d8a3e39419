package org.debye.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends blocks to a file at addresses that are multiples of eight. */
final class FileOutput implements Closeable {
  private final FileChannel channel;
  private long position;

  FileOutput(Path file, long start) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    position = start;
  }

  /** Where the next block will stand. */
  long position() {
    return position;
  }

  /** Writes a block and gives its address. */
  long append(byte[] block) throws IOException {
    return append(block, block.length);
  }

  long append(byte[] block, int length) throws IOException {
    long address = position;
    writeAt(address, ByteBuffer.wrap(block, 0, length));
    position = (address + length + 7) / 8 * 8;
    return address;
  }

  void writeAt(long address, ByteBuffer bytes) throws IOException {
    long at = address;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
