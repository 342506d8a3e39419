package org.debye.hdf5.filter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;

/** Plain, slow encoders of the filters, written from their descriptions. */
final class Encoders {
  private Encoders() {}

  static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(4);
    deflater.setInput(data);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  static byte[] shuffle(byte[] data, int elementBytes) {
    byte[] out = data.clone();
    int elements = data.length / elementBytes;
    for (int i = 0; i < elements; i++) {
      for (int k = 0; k < elementBytes; k++) {
        out[k * elements + i] = data[i * elementBytes + k];
      }
    }
    return out;
  }

  /** Sums of big-endian 16-bit words, modulo 65,535; libhdf5 writes 0 only for no sum at all. */
  static byte[] fletcher32(byte[] data) {
    long sum1 = 0;
    long sum2 = 0;
    for (int at = 0; at < data.length; at += 2) {
      int low = at + 1 < data.length ? data[at + 1] & 0xFF : 0;
      sum1 = modulo(sum1 + ((data[at] & 0xFF) << 8 | low));
      sum2 = modulo(sum2 + sum1);
    }
    ByteBuffer out = ByteBuffer.allocate(data.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    return out.put(data).putInt((int) (sum2 << 16 | sum1)).array();
  }

  private static long modulo(long sum) {
    return sum > 65_535 ? sum - 65_535 : sum;
  }

  /** Filter 32004. */
  static byte[] lz4(byte[] data, int blockBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(12).putLong(data.length).putInt(blockBytes).array());
    for (int at = 0; at < data.length; at += blockBytes) {
      byte[] block = part(data, at, Math.min(blockBytes, data.length - at));
      byte[] packed = lz4Block(block);
      byte[] stored = packed.length < block.length ? packed : block;
      out.writeBytes(ByteBuffer.allocate(4).putInt(stored.length).array());
      out.writeBytes(stored);
    }
    return out.toByteArray();
  }

  static byte[] lz4Block(byte[] block) {
    return LZ4Factory.fastestJavaInstance().fastCompressor().compress(block);
  }

  /** Filter 32008 with a compressor for its blocks. */
  static byte[] bitshuffle(
      byte[] data, int elementBytes, int blockElements, UnaryOperator<byte[]> packer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int blockBytes = blockElements * elementBytes;
    out.writeBytes(ByteBuffer.allocate(12).putLong(data.length).putInt(blockBytes).array());
    int whole = data.length / elementBytes / 8 * 8 * elementBytes;
    for (int at = 0; at < whole; at += blockBytes) {
      byte[] block = part(data, at, Math.min(blockBytes, whole - at));
      byte[] packed = packer.apply(planes(block, elementBytes));
      out.writeBytes(ByteBuffer.allocate(4).putInt(packed.length).array());
      out.writeBytes(packed);
    }
    out.writeBytes(part(data, whole, data.length - whole));
    return out.toByteArray();
  }

  /** Bit planes of one block, bit by bit. */
  static byte[] planes(byte[] block, int elementBytes) {
    byte[] out = new byte[block.length];
    int elements = block.length / elementBytes;
    for (int i = 0; i < elements; i++) {
      for (int bit = 0; bit < 8 * elementBytes; bit++) {
        int set = block[i * elementBytes + bit / 8] >>> (bit % 8) & 1;
        out[bit * (elements / 8) + i / 8] |= (byte) (set << (i % 8));
      }
    }
    return out;
  }

  static byte[] part(byte[] data, int from, int length) {
    byte[] part = new byte[length];
    System.arraycopy(data, from, part, 0, length);
    return part;
  }
}
