package org.debye.hdf5.filter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The Blosc filter 32001, chunks of c-blosc 1.x (README_CHUNK_FORMAT.rst): a header of 16 bytes,
 * the start of each block, then blocks that are byte- or bit-shuffled and compressed as a whole or
 * one stream for each byte of the elements. Decoded here, on the kept entropy coders, since the
 * native library trusts the lengths in the header and exists for one processor type only.
 */
final class BloscDecoder implements Decoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int HEADER = 16;
  private static final int SHUFFLED = 1;
  private static final int COPIED = 2;
  private static final int BIT_SHUFFLED = 4;
  private static final int NOT_SPLIT = 16;
  private static final int MOST_SPLITS = 16;
  private static final int SMALLEST_SPLIT = 128;

  /** By the codec number of the format. */
  private final BlockDecoder[] coders = {
    new BloscLzBlocks(), new Lz4Blocks(), new SnappyBlocks(), new ZlibBlocks(), new ZstdBlocks()
  };

  private byte[] block = new byte[0];
  private BitTranspose transpose = new BitTranspose(1);

  private record Chunk(byte[] source, int stored, BlockDecoder coder) {}

  /** That of Zstandard, the most that any of its coders has. */
  @Override
  public long growth() {
    return 1 << 15;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    if (length < HEADER) {
      throw FilterException.corrupt("a Blosc chunk of " + length + " bytes");
    }
    int flags = source[2];
    int total = (int) INT.get(source, 4);
    int blockBytes = (int) INT.get(source, 8);
    int stored = (int) INT.get(source, 12);
    if (total < 0 || total > limit || stored < HEADER || stored > length) {
      throw FilterException.corrupt(
          "a Blosc header of " + total + " bytes in " + stored + ", chunk has " + limit);
    }
    if ((flags & COPIED) != 0) {
      if (total > stored - HEADER) {
        throw FilterException.corrupt("a Blosc chunk shorter than its data");
      }
      System.arraycopy(source, HEADER, target, 0, total);
      return total;
    }
    if (total > 0 && (blockBytes <= 0 || blockBytes > total)) {
      throw FilterException.corrupt("Blosc blocks of " + blockBytes + " bytes in " + total);
    }
    blocks(source, stored, target, total, blockBytes);
    return total;
  }

  @Override
  public void close() {
    for (BlockDecoder coder : coders) {
      coder.close();
    }
  }

  private void blocks(byte[] source, int stored, byte[] target, int total, int blockBytes)
      throws FilterException {
    Chunk chunk = new Chunk(source, stored, coder(source[2] >>> 5 & 7));
    int typeBytes = Math.max(1, source[3] & 0xFF);
    int mode = shuffle(source[2], typeBytes);
    if (transpose.elementBytes() != typeBytes) {
      transpose = new BitTranspose(typeBytes);
    }
    if (block.length < blockBytes) {
      block = new byte[blockBytes];
    }
    int number = 0;
    for (int out = 0; out < total; out += blockBytes) {
      int bytes = Math.min(blockBytes, total - out);
      int entry = HEADER + 4 * number++;
      if (entry > stored - 4) {
        throw FilterException.corrupt("a Blosc chunk that ends within its block list");
      }
      int start = (int) INT.get(source, entry);
      int splits = splits(source[2], typeBytes, bytes, bytes < blockBytes);
      if (mode == 0) {
        streams(chunk, start, splits, target, out, bytes);
        continue;
      }
      streams(chunk, start, splits, block, 0, bytes);
      if (mode == SHUFFLED) {
        ByteShuffleDecoder.unshuffle(block, 0, bytes, typeBytes, target, out);
      } else {
        bitUnshuffle(bytes, typeBytes, target, out);
      }
    }
  }

  private static int shuffle(int flags, int typeBytes) {
    if ((flags & SHUFFLED) != 0 && typeBytes > 1) {
      return SHUFFLED;
    }
    return flags & BIT_SHUFFLED;
  }

  private static int splits(int flags, int typeBytes, int bytes, boolean last) {
    boolean split =
        (flags & NOT_SPLIT) == 0
            && typeBytes <= MOST_SPLITS
            && bytes / typeBytes >= SMALLEST_SPLIT
            && !last;
    return split ? typeBytes : 1;
  }

  /** Decompresses one block's streams, of which each gives as many bytes. */
  private static void streams(Chunk chunk, int start, int splits, byte[] target, int to, int bytes)
      throws FilterException {
    byte[] source = chunk.source();
    int stored = chunk.stored();
    int in = start;
    int each = bytes / splits;
    for (int s = 0; s < splits; s++) {
      if (in < HEADER || in > stored - 4) {
        throw FilterException.corrupt("a Blosc block outside of its chunk");
      }
      int length = (int) INT.get(source, in);
      in += 4;
      if (length < 0 || length > stored - in) {
        throw FilterException.corrupt("a Blosc block that ends after its chunk");
      }
      if (length == each) {
        System.arraycopy(source, in, target, to + s * each, each);
      } else {
        chunk.coder().decode(source, in, length, target, to + s * each, each);
      }
      in += length;
    }
  }

  private void bitUnshuffle(int bytes, int typeBytes, byte[] target, int out) {
    // c-blosc leaves blocks as they are whose elements are not a multiple of eight.
    int elements = bytes / typeBytes % 8 == 0 ? bytes / typeBytes : 0;
    transpose.unshuffle(block, 0, elements, target, out);
    int done = elements * typeBytes;
    System.arraycopy(block, done, target, out + done, bytes - done);
  }

  private BlockDecoder coder(int format) throws FilterException {
    if (format >= coders.length) {
      throw FilterException.corrupt("a Blosc chunk with codec number " + format);
    }
    return coders[format];
  }
}
