package org.debye.spark.file;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import org.apache.hadoop.fs.FSDataInputStream;
import org.debye.hdf5.PositionedFile;

/**
 * A file of a Hadoop file system. Reads are positioned and full: a stream may give fewer bytes than
 * asked for, {@code readFully} never does.
 */
final class HadoopFile implements PositionedFile {
  private static final int COPY = 1 << 20;

  private final URI uri;
  private final long size;
  private final FSDataInputStream stream;

  HadoopFile(URI uri, long size, FSDataInputStream stream) {
    this.uri = uri;
    this.size = size;
    this.stream = stream;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void readFully(long position, ByteBuffer target) throws IOException {
    if (target.hasArray()) {
      int length = target.remaining();
      stream.readFully(position, target.array(), target.arrayOffset() + target.position(), length);
      target.position(target.limit());
      return;
    }
    byte[] copy = new byte[Math.min(COPY, target.remaining())];
    long at = position;
    while (target.hasRemaining()) {
      int length = Math.min(copy.length, target.remaining());
      stream.readFully(at, copy, 0, length);
      target.put(copy, 0, length);
      at += length;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
