package org.debye.hdf5.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Packs chunks and describes how in a filter pipeline message. Thread-confined; holds buffers. */
final class ChunkEncoder {
  private static final int DEFLATE = 1;
  private static final int BITSHUFFLE = 32008;
  private static final int LEVEL = 2;
  private static final int BLOCK_BYTES = 8192;

  private final FrameCompression compression;
  private final int element;
  private final LZ4Compressor lz4 = LZ4Factory.safeInstance().fastCompressor();
  private byte[] packed = new byte[0];
  private int size;

  ChunkEncoder(FrameCompression compression, int element) {
    this.compression = compression;
    this.element = element;
  }

  /** Packs a chunk; the result is in {@link #packed} until the next one. */
  void encode(byte[] chunk) {
    switch (compression) {
      case NONE -> {
        packed = chunk;
        size = chunk.length;
      }
      case DEFLATE -> deflate(chunk);
      case BITSHUFFLE_LZ4 -> bitshuffle(chunk);
    }
  }

  byte[] packed() {
    return packed;
  }

  int size() {
    return size;
  }

  /** The filter pipeline message, version 2; length 0 where nothing is packed. */
  byte[] message() {
    return switch (compression) {
      case NONE -> new byte[0];
      case DEFLATE -> new Block().u1(2).u1(1).u2(DEFLATE).u2(1).u2(1).u4(LEVEL).toBytes();
      case BITSHUFFLE_LZ4 -> {
        byte[] name =
            "bitshuffle; see https://github.com/kiyo-masui/bitshuffle\0"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        yield new Block()
            .u1(2)
            .u1(1)
            .u2(BITSHUFFLE)
            .u2(name.length)
            .u2(0)
            .u2(5)
            .put(name)
            .u4(0)
            .u4(3)
            .u4(element)
            .u4(0)
            .u4(2)
            .toBytes();
      }
    };
  }

  private void deflate(byte[] chunk) {
    Deflater deflater = new Deflater(LEVEL);
    try {
      deflater.setInput(chunk);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(chunk.length / 4 + 64);
      byte[] part = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      packed = out.toByteArray();
      size = packed.length;
    } finally {
      deflater.end();
    }
  }

  /**
   * Blocks of 8 KiB, each bit-transposed and packed; the last one is shorter, and up to seven
   * elements after it stay as they are. Lengths are big endian (bitshuffle 0.3,
   * bshuf_compress_lz4).
   */
  private void bitshuffle(byte[] chunk) {
    int elements = chunk.length / element;
    int perBlock = BLOCK_BYTES / element / 8 * 8;
    int blocks = elements / perBlock + 1;
    int bound =
        12
            + chunk.length
            + blocks * (4 + lz4.maxCompressedLength(BLOCK_BYTES) - BLOCK_BYTES)
            + BLOCK_BYTES;
    if (packed.length < bound) {
      packed = new byte[bound];
    }
    ByteBuffer out = ByteBuffer.wrap(packed);
    out.putLong(chunk.length).putInt(perBlock * element);
    byte[] turned = new byte[BLOCK_BYTES];
    int at = 0;
    while (at < elements) {
      int count = Math.min(perBlock, (elements - at) / 8 * 8);
      if (count == 0) {
        break;
      }
      transpose(chunk, at * element, count, turned);
      int length =
          lz4.compress(
              turned,
              0,
              count * element,
              packed,
              out.position() + 4,
              packed.length - out.position() - 4);
      out.putInt(length);
      out.position(out.position() + length);
      at += count;
    }
    out.put(chunk, at * element, chunk.length - at * element);
    size = out.position();
  }

  /** Bit k of byte b of all elements makes plane 8 b + k; the first element is its lowest bit. */
  private void transpose(byte[] source, int from, int count, byte[] target) {
    int plane = count / 8;
    for (int b = 0; b < element; b++) {
      for (int group = 0; group < plane; group++) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
          bits |= (source[from + (group * 8 + i) * element + b] & 0xFFL) << (8 * i);
        }
        bits = transpose(bits);
        for (int k = 0; k < 8; k++) {
          target[(b * 8 + k) * plane + group] = (byte) (bits >>> (8 * k));
        }
      }
    }
  }

  /** The 8 x 8 bit matrix transposed (Hacker's Delight, 7-3). */
  private static long transpose(long matrix) {
    long x = matrix;
    long t = (x ^ (x >>> 7)) & 0x00AA00AA00AA00AAL;
    x ^= t ^ (t << 7);
    t = (x ^ (x >>> 14)) & 0x0000CCCC0000CCCCL;
    x ^= t ^ (t << 14);
    t = (x ^ (x >>> 28)) & 0x00000000F0F0F0F0L;
    return x ^ t ^ (t << 28);
  }
}
