package org.debye.hdf5.filter;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Zlib streams of known length. The inflater is reused: thread-confined. */
final class ZlibBlocks implements BlockDecoder {
  private final Inflater inflater = new Inflater();

  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    inflater.reset();
    try {
      inflater.setInput(source, from, length);
      int written = 0;
      while (written < expected) {
        int step = inflater.inflate(target, to + written, expected - written);
        if (step == 0) {
          throw FilterException.corrupt("the deflate stream ends early");
        }
        written += step;
      }
    } catch (DataFormatException e) {
      throw FilterException.corrupt("inflating failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
