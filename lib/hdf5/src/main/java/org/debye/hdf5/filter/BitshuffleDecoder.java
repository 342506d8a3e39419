package org.debye.hdf5.filter;

import org.jspecify.annotations.Nullable;

/**
 * The bitshuffle filter 32008, alone or with LZ4 or Zstandard (github.com/kiyo-masui/bitshuffle).
 * Elements are transposed in blocks; the last block holds what is left, rounded down to eight
 * elements, and up to seven elements stand untouched at the end. Both are where jHDF 0.13 returns
 * compressed bytes as data (research J1). Compressed data have a header: decoded length (8 bytes)
 * and block length (4), then each block its stored length (4), all big endian.
 */
final class BitshuffleDecoder implements Decoder {
  private static final int TARGET_BLOCK_BYTES = 8192;
  private static final int SMALLEST_BLOCK = 128;
  private static final int HEADER = 12;
  private static final int LARGEST_BLOCK_BYTES = 1 << 26;

  private final int elementBytes;
  private final int blockElements;
  private final @Nullable BlockDecoder coder;
  private final BitTranspose transpose;
  private byte[] planes = new byte[0];

  private BitshuffleDecoder(int elementBytes, int blockElements, @Nullable BlockDecoder coder) {
    this.elementBytes = elementBytes;
    this.blockElements = blockElements == 0 ? defaultBlock(elementBytes) : blockElements;
    this.coder = coder;
    this.transpose = new BitTranspose(elementBytes);
  }

  /** Parameters: version (2), element bytes, elements in a block (0 default), compression. */
  static BitshuffleDecoder of(FilterSpec spec) throws FilterException {
    int elementBytes = spec.parameter(2);
    int block = spec.parameter(3);
    if (elementBytes < 1 || elementBytes > 4096 || block < 0 || block % 8 != 0) {
      throw FilterException.corrupt(
          "bitshuffle of " + elementBytes + "-byte elements in blocks of " + block);
    }
    BlockDecoder coder =
        switch (spec.parameter(4)) {
          case 0 -> null;
          case 2 -> new Lz4Blocks();
          case 3 -> new ZstdBlocks();
          default ->
              throw FilterException.unknown("bitshuffle with compression " + spec.parameter(4));
        };
    return new BitshuffleDecoder(elementBytes, block, coder);
  }

  private static int defaultBlock(int elementBytes) {
    return Math.max(TARGET_BLOCK_BYTES / elementBytes / 8 * 8, SMALLEST_BLOCK);
  }

  /** That of the coder. */
  @Override
  public long growth() {
    return coder == null ? 1 : coder instanceof ZstdBlocks zstd ? zstd.growth() : 255;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    return coder == null
        ? transposed(source, length, target, limit)
        : compressed(coder, source, length, target, limit);
  }

  @Override
  public void close() {
    if (coder != null) {
      coder.close();
    }
  }

  private int transposed(byte[] source, int length, byte[] target, int limit)
      throws FilterException {
    if (length > limit) {
      throw FilterException.corrupt(length + " bitshuffled bytes where " + limit + " are expected");
    }
    int elements = length / elementBytes / 8 * 8;
    for (int done = 0; done < elements; ) {
      int block = Math.min(blockElements, elements - done);
      int at = done * elementBytes;
      transpose.unshuffle(source, at, block, target, at);
      done += block;
    }
    int rest = elements * elementBytes;
    System.arraycopy(source, rest, target, rest, length - rest);
    return length;
  }

  private int compressed(
      BlockDecoder blockDecoder, byte[] source, int length, byte[] target, int limit)
      throws FilterException {
    long total = BigEndian.longSize(source, 0, length);
    int block = elementsOfBlock(BigEndian.size(source, 8, length));
    if (total < 0 || total > limit) {
      throw FilterException.corrupt("bitshuffled data of " + total + " bytes, " + limit + " fit");
    }
    int elements = (int) (total / elementBytes) / 8 * 8;
    reserve((int) Math.min((long) block * elementBytes, total));
    int in = HEADER;
    for (int done = 0; done < elements; ) {
      int count = Math.min(block, elements - done);
      int bytes = count * elementBytes;
      int stored = BigEndian.size(source, in, length);
      in += 4;
      if (stored > length - in) {
        throw FilterException.corrupt("a bitshuffle block that ends after the chunk");
      }
      blockDecoder.decode(source, in, stored, planes, 0, bytes);
      transpose.unshuffle(planes, 0, count, target, done * elementBytes);
      in += stored;
      done += count;
    }
    int rest = (int) total - elements * elementBytes;
    if (rest > length - in) {
      throw FilterException.corrupt("the last elements are missing");
    }
    System.arraycopy(source, in, target, elements * elementBytes, rest);
    return (int) total;
  }

  private int elementsOfBlock(int bytes) throws FilterException {
    if (bytes == 0) {
      return blockElements;
    }
    int elements = bytes / elementBytes;
    if (bytes > LARGEST_BLOCK_BYTES || elements == 0 || elements % 8 != 0) {
      throw FilterException.corrupt("bitshuffle blocks of " + bytes + " bytes");
    }
    return elements;
  }

  private void reserve(int bytes) {
    if (planes.length < bytes) {
      planes = new byte[bytes];
    }
  }
}
