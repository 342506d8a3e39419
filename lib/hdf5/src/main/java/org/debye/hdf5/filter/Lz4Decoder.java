package org.debye.hdf5.filter;

/**
 * The LZ4 filter 32004: decoded length (8 bytes), block length (4), then blocks, each with its
 * stored length (4), big endian. A block whose stored length equals its decoded one is not
 * compressed.
 */
final class Lz4Decoder implements Decoder {
  private final BlockDecoder lz4 = new Lz4Blocks();

  /** Each byte adds 255 to the length of a match. */
  @Override
  public long growth() {
    return 255;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    long total = BigEndian.longSize(source, 0, length);
    int block = BigEndian.size(source, 8, length);
    if (total < 0 || total > limit || (block == 0 && total > 0)) {
      throw FilterException.corrupt(
          "LZ4 data of " + total + " bytes in blocks of " + block + ", where " + limit + " fit");
    }
    int in = 12;
    int out = 0;
    while (out < total) {
      int expected = (int) Math.min(block, total - out);
      int stored = BigEndian.size(source, in, length);
      in += 4;
      if (stored > length - in) {
        throw FilterException.corrupt("an LZ4 block that ends after the chunk");
      }
      if (stored == expected) {
        System.arraycopy(source, in, target, out, stored);
      } else {
        lz4.decode(source, in, stored, target, out, expected);
      }
      in += stored;
      out += expected;
    }
    return out;
  }
}
