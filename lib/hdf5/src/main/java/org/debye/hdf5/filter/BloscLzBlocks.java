package org.debye.hdf5.filter;

/** BloscLZ, Blosc's own coder, a FastLZ descendant with far matches (c-blosc 1.21, blosclz.c). */
final class BloscLzBlocks implements BlockDecoder {
  private static final int NEAR = 8191;

  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    int in = from;
    int end = from + length;
    int out = to;
    int limit = to + expected;
    boolean first = true;
    while (in < end) {
      int control = first ? source[in++] & 31 : source[in++] & 0xFF;
      first = false;
      if (control < 32) {
        int run = control + 1;
        require(run <= end - in && run <= limit - out);
        System.arraycopy(source, in, target, out, run);
        in += run;
        out += run;
        continue;
      }
      int run = (control >>> 5) - 1;
      if (run == 6) {
        int more;
        do {
          require(in < end);
          more = source[in++] & 0xFF;
          run += more;
        } while (more == 255 && run <= expected);
      }
      run += 3;
      require(in < end);
      int code = source[in++] & 0xFF;
      int distance = ((control & 31) << 8) + code + 1;
      if (code == 255 && (control & 31) == 31) {
        require(in < end - 1);
        distance = ((source[in] & 0xFF) << 8 | (source[in + 1] & 0xFF)) + NEAR + 1;
        in += 2;
      }
      require(distance <= out - to && run <= limit - out);
      out = LzfDecoder.repeat(target, out, distance, run);
    }
    require(out == limit);
  }

  private static void require(boolean sound) throws FilterException {
    if (!sound) {
      throw FilterException.corrupt("a BloscLZ run that leaves its block");
    }
  }
}
