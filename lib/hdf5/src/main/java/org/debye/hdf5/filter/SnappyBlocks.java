package org.debye.hdf5.filter;

/** Raw Snappy streams, as Blosc holds them (google/snappy, format_description.txt). */
final class SnappyBlocks implements BlockDecoder {
  private static final int LITERAL = 0;

  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    int end = from + length;
    int in = from;
    while (in < end && source[in] < 0) {
      in++;
    }
    in++;
    int out = to;
    int limit = to + expected;
    while (in < end) {
      int tag = source[in++] & 0xFF;
      int kind = tag & 3;
      int extra = extraBytes(tag, kind);
      require(extra <= end - in);
      int operand = operand(source, in, extra);
      in += extra;
      if (kind == LITERAL) {
        int run = (extra == 0 ? tag >>> 2 : operand) + 1;
        require(run > 0 && run <= end - in && run <= limit - out);
        System.arraycopy(source, in, target, out, run);
        in += run;
        out += run;
      } else {
        int run = kind == 1 ? (tag >>> 2 & 7) + 4 : (tag >>> 2) + 1;
        int distance = kind == 1 ? (tag >>> 5) << 8 | operand : operand;
        require(distance > 0 && distance <= out - to && run <= limit - out);
        out = LzfDecoder.repeat(target, out, distance, run);
      }
    }
    require(out == limit);
  }

  /** Bytes after the tag: a long literal's length, or a copy's distance. */
  private static int extraBytes(int tag, int kind) {
    return switch (kind) {
      case LITERAL -> Math.max(0, (tag >>> 2) - 59);
      case 3 -> 4;
      default -> kind;
    };
  }

  private static int operand(byte[] source, int at, int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (source[at + i] & 0xFF) << (8 * i);
    }
    return value;
  }

  private static void require(boolean sound) throws FilterException {
    if (!sound) {
      throw FilterException.corrupt("a Snappy run that leaves its block");
    }
  }
}
