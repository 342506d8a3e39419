package org.debye.hdf5.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * What jHDF reads its superblock through: positioned reads that are always full, since jHDF reads
 * the same bytes again after a short one (research J4), and no mapping, writing or locking.
 */
final class PositionedChannel extends FileChannel {
  private final CachedBlocks blocks;

  PositionedChannel(CachedBlocks blocks) {
    this.blocks = blocks;
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    if (position >= blocks.size()) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), blocks.size() - position);
    int limit = target.limit();
    target.limit(target.position() + count);
    blocks.read(position, target);
    target.limit(limit);
    return count;
  }

  @Override
  public long size() {
    return blocks.size();
  }

  @Override
  protected void implCloseChannel() {}

  @Override
  public int read(ByteBuffer target) {
    throw unsupported();
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw unsupported();
  }

  @Override
  public int write(ByteBuffer source) {
    throw unsupported();
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw unsupported();
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw unsupported();
  }

  @Override
  public long position() {
    throw unsupported();
  }

  @Override
  public FileChannel position(long position) {
    throw unsupported();
  }

  @Override
  public FileChannel truncate(long length) {
    throw unsupported();
  }

  @Override
  public void force(boolean metaData) {
    throw unsupported();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw unsupported();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw unsupported();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long length) {
    throw unsupported();
  }

  @Override
  public FileLock lock(long position, long length, boolean shared) {
    throw unsupported();
  }

  @Override
  public FileLock tryLock(long position, long length, boolean shared) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("only positioned reads");
  }
}
