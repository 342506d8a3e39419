package org.debye.hdf5.filter;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** One LZ4 block, decompressed to a known length with every bound checked. Thread safe. */
final class Lz4Blocks implements BlockDecoder {
  private static final LZ4SafeDecompressor LZ4 = LZ4Factory.fastestInstance().safeDecompressor();

  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    int written;
    try {
      written = LZ4.decompress(source, from, length, target, to, expected);
    } catch (LZ4Exception | IndexOutOfBoundsException e) {
      throw FilterException.corrupt("an LZ4 block that cannot be decompressed", e);
    }
    if (written != expected) {
      throw FilterException.corrupt("an LZ4 block of " + written + " bytes, should be " + expected);
    }
  }
}
