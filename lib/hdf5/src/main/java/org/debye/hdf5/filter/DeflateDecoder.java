package org.debye.hdf5.filter;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** HDF5's deflate: one zlib stream. The inflater is reused: thread-confined. */
final class DeflateDecoder implements Decoder {
  private final Inflater inflater = new Inflater();

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    inflater.reset();
    try {
      inflater.setInput(source, 0, length);
      int written = 0;
      while (!inflater.finished()) {
        int step = inflater.inflate(target, written, limit - written);
        written += step;
        if (step == 0 && !inflater.finished()) {
          throw FilterException.corrupt(
              written == limit
                  ? "inflates to more than " + limit + " bytes"
                  : "the deflate stream ends early");
        }
      }
      return written;
    } catch (DataFormatException e) {
      throw FilterException.corrupt("inflating failed: " + e.getMessage(), e);
    }
  }

  /** Two bits for 258 bytes. */
  @Override
  public long growth() {
    return 1032;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
