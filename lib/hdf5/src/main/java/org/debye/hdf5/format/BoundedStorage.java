package org.debye.hdf5.format;

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * jHDF's view of a file. Its own storage allocates whatever length a file names before it reads;
 * here every length is checked against the file first, so that a damaged one cannot exhaust memory.
 */
final class BoundedStorage implements HdfBackingStorage {
  private final Hdf5File file;
  private final PositionedChannel channel;
  private final Superblock superblock;

  BoundedStorage(Hdf5File file, PositionedChannel channel, Superblock superblock) {
    this.file = file;
    this.channel = channel;
    this.superblock = superblock;
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    return file.read(address, length, "metadata");
  }

  @Override
  public ByteBuffer map(long address, long length) {
    return file.read(address, length, "metadata");
  }

  @Override
  public ByteBuffer mapNoOffset(long position, long length) {
    return file.read(position - file.superblock().base(), length, "metadata");
  }

  @Override
  public long getUserBlockSize() {
    return superblock.getBaseAddressByte();
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    return channel;
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  @Override
  public void close() {
    throw new HdfException("the file is closed by the one who opened it");
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public boolean inMemory() {
    return false;
  }
}
