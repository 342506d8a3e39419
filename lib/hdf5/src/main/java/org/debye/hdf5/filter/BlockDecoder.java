package org.debye.hdf5.filter;

/** An entropy coder for blocks of known decoded length. */
interface BlockDecoder {
  /**
   * Decompresses exactly the expected bytes.
   *
   * @throws FilterException it is not such a block
   */
  void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException;

  /** Gives native memory back. */
  default void close() {}
}
