package org.debye.hdf5.filter;

/** h5py's LZF: one raw LZF stream without header. */
final class LzfDecoder implements Decoder {
  /** Three bytes for a run of 264. */
  @Override
  public long growth() {
    return 88;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    int in = 0;
    int out = 0;
    while (in < length) {
      int control = source[in++] & 0xFF;
      if (control < 32) {
        int run = control + 1;
        require(run <= length - in && run <= limit - out);
        System.arraycopy(source, in, target, out, run);
        in += run;
        out += run;
      } else {
        int run = control >>> 5;
        require(in < length - (run == 7 ? 1 : 0));
        if (run == 7) {
          run += source[in++] & 0xFF;
        }
        run += 2;
        int distance = ((control & 0x1F) << 8 | (source[in++] & 0xFF)) + 1;
        require(distance <= out && run <= limit - out);
        out = repeat(target, out, distance, run);
      }
    }
    return out;
  }

  /** Copies from before the end, byte by byte where the copy overlaps itself. */
  static int repeat(byte[] target, int out, int distance, int run) {
    if (distance >= run) {
      System.arraycopy(target, out - distance, target, out, run);
      return out + run;
    }
    for (int end = out + run; out < end; out++) {
      target[out] = target[out - distance];
    }
    return out;
  }

  private static void require(boolean sound) throws FilterException {
    if (!sound) {
      throw FilterException.corrupt("an LZF run that leaves its chunk");
    }
  }
}
