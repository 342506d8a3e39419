package org.debye.hdf5.filter;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Zlib streams of known length. Thread safe. */
final class ZlibBlocks implements BlockDecoder {
  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    Inflater inflater = new Inflater();
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
    } finally {
      inflater.end();
    }
  }
}
