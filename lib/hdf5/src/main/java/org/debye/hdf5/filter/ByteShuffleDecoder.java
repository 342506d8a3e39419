package org.debye.hdf5.filter;

/**
 * HDF5's shuffle: the first bytes of all elements, then all second bytes, and so on; bytes that do
 * not make a whole element are left at the end.
 */
final class ByteShuffleDecoder implements Decoder {
  private final int elementBytes;

  ByteShuffleDecoder(int elementBytes) {
    this.elementBytes = elementBytes;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    if (length > limit) {
      throw FilterException.corrupt(length + " shuffled bytes where " + limit + " are expected");
    }
    unshuffle(source, 0, length, elementBytes, target, 0);
    return length;
  }

  /** Gathers the bytes of each element again. */
  static void unshuffle(
      byte[] source, int from, int length, int elementBytes, byte[] target, int to) {
    int elements = elementBytes > 1 ? length / elementBytes : 0;
    if (elements == 0) {
      System.arraycopy(source, from, target, to, length);
      return;
    }
    switch (elementBytes) {
      case 2 -> pairs(source, from, elements, target, to);
      case 4 -> quads(source, from, elements, target, to);
      default -> any(source, from, elements, elementBytes, target, to);
    }
    int done = elements * elementBytes;
    System.arraycopy(source, from + done, target, to + done, length - done);
  }

  private static void pairs(byte[] source, int from, int elements, byte[] target, int to) {
    int second = from + elements;
    for (int i = 0; i < elements; i++) {
      target[to + 2 * i] = source[from + i];
      target[to + 2 * i + 1] = source[second + i];
    }
  }

  private static void quads(byte[] source, int from, int elements, byte[] target, int to) {
    int second = from + elements;
    int third = second + elements;
    int fourth = third + elements;
    for (int i = 0; i < elements; i++) {
      int at = to + 4 * i;
      target[at] = source[from + i];
      target[at + 1] = source[second + i];
      target[at + 2] = source[third + i];
      target[at + 3] = source[fourth + i];
    }
  }

  private static void any(
      byte[] source, int from, int elements, int elementBytes, byte[] target, int to) {
    for (int plane = 0; plane < elementBytes; plane++) {
      int at = from + plane * elements;
      for (int i = 0; i < elements; i++) {
        target[to + i * elementBytes + plane] = source[at + i];
      }
    }
  }
}
