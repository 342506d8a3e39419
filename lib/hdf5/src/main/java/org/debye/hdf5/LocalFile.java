package org.debye.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of the local file system, read by position and never mapped: a mapping for each chunk of
 * an 80,000-chunk file exceeds the kernel's limit of 65,530, and a mapped file that is cut short
 * kills the whole process.
 */
public final class LocalFile implements PositionedFile {
  private final URI uri;
  private final FileChannel channel;

  private LocalFile(URI uri, FileChannel channel) {
    this.uri = uri;
    this.channel = channel;
  }

  /**
   * Opens for reading.
   *
   * @throws java.nio.file.NoSuchFileException where there is none
   */
  public static LocalFile open(Path path) throws IOException {
    return new LocalFile(path.toUri(), FileChannel.open(path, StandardOpenOption.READ));
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void readFully(long position, ByteBuffer target) throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw new EOFException(
            uri + " ends at byte " + channel.size() + ", wanted byte " + (at + target.remaining()));
      }
      at += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
