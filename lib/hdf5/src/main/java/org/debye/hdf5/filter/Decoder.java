package org.debye.hdf5.filter;

/** Undoes one filter on one chunk. May keep a workspace: thread-confined. */
interface Decoder {
  /**
   * Decodes.
   *
   * @param source encoded bytes from 0
   * @param length of the encoded bytes
   * @param target written from 0
   * @param limit most bytes to write; the array has at least as many
   * @return bytes written
   * @throws FilterException the source is not what the filter writes, or needs more than limit
   */
  int decode(byte[] source, int length, byte[] target, int limit) throws FilterException;

  /**
   * How many bytes one encoded byte can become at most, and what every chunk may have beside: what
   * a file stores decides how much memory it may ask for.
   */
  default long growth() {
    return 1;
  }

  /** Gives native memory back. */
  default void close() {}
}
