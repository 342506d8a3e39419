package org.debye.spark.file;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.Progressable;
import org.debye.spark.training.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * What {@code s3a:} stands for where the AWS libraries are not: the local disk below an {@code
 * s3a:} URI, within what Hadoop's contract of an object store allows. A read gives less than it was
 * asked for, nothing can be appended to, a file appears when it is closed, a rename copies and does
 * not replace, and a folder is listed in pages, a request each.
 */
public final class S3Bucket extends ObjectStore {
  /** Bytes that one read gives at most. */
  private static final int SHORT = 1000;

  /** Entries of one page. */
  private static final int PAGE = 2;

  /** Asked for by a constructor, before anything is known. */
  private static final URI ANY = URI.create("s3a://bucket");

  private static final LongAdder SHORT_READS = new LongAdder();
  private static final LongAdder PAGES = new LongAdder();

  private @Nullable URI uri;

  /** Lets {@code s3a:} mean this. */
  public static void mount(Configuration conf) {
    conf.setClass("fs.s3a.impl", S3Bucket.class, FileSystem.class);
  }

  /** How often a read has given less than it was asked for. */
  public static long shortReads() {
    return SHORT_READS.sum();
  }

  /** How many pages of folders have been asked for. */
  public static long pages() {
    return PAGES.sum();
  }

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(name, conf);
    uri = URI.create(name.getScheme() + "://" + name.getAuthority());
  }

  @Override
  public URI getUri() {
    return uri == null ? ANY : uri;
  }

  @Override
  public String getScheme() {
    return "s3a";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return new FSDataInputStream(
        new ShortReads(super.open(path, bufferSize), getFileStatus(path).getLen()));
  }

  /** An object has a size and a time, and neither owner nor permissions. */
  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Arrays.stream(super.listStatus(path)).map(S3Bucket::plain).toArray(FileStatus[]::new);
  }

  private static FileStatus plain(FileStatus found) {
    return new FileStatus(
        found.getLen(),
        found.isDirectory(),
        1,
        found.getBlockSize(),
        found.getModificationTime(),
        found.getPath());
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("append is not supported by " + getUri());
  }

  /** Two steps, between which both names are there. */
  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (!exists(from)) {
      throw new FileNotFoundException(from.toString());
    }
    if (exists(to) || getFileStatus(from).isDirectory()) {
      return false;
    }
    try (FSDataInputStream in = open(from, SHORT);
        FSDataOutputStream out = create(to, false)) {
      in.transferTo(out);
    }
    return delete(from, false);
  }

  @Override
  public RemoteIterator<FileStatus> listStatusIterator(Path path) throws IOException {
    FileStatus[] all = listStatus(path);
    return new RemoteIterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < all.length;
      }

      @Override
      public FileStatus next() {
        if (next % PAGE == 0) {
          PAGES.increment();
        }
        return all[next++];
      }
    };
  }

  /** A stream of which every read ends early. */
  private static final class ShortReads extends FSInputStream {
    private final FSDataInputStream whole;
    private final long size;

    ShortReads(FSDataInputStream whole, long size) {
      this.whole = whole;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      return whole.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length > SHORT) {
        SHORT_READS.increment();
      }
      return whole.read(target, offset, Math.min(length, SHORT));
    }

    @Override
    public void seek(long position) throws IOException {
      if (position > size) {
        throw new EOFException("behind the end of the object: " + position);
      }
      whole.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return whole.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      whole.close();
    }
  }
}
