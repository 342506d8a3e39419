package org.debye.frame.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads streams that a few bytes of a file may blow up to anything, up to a limit. */
public final class Unpacking {
  /** An image of 32 million 64-bit pixels, twice the largest detector. */
  public static final int MOST = 1 << 28;

  private static final int FIRST = 1 << 16;

  private Unpacking() {}

  /** What a stream holds goes beyond the limit. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int most) {
      super("it unpacks to more than " + most + " bytes");
    }
  }

  /**
   * All bytes. Memory follows what comes out of the stream.
   *
   * @param most bytes
   * @throws TooLarge where there are more
   */
  public static byte[] all(InputStream in, int most) throws IOException {
    byte[] read = new byte[Math.min(FIRST, most)];
    int length = 0;
    while (true) {
      int count = in.read(read, length, read.length - length);
      if (count < 0) {
        return Arrays.copyOf(read, length);
      }
      length += count;
      if (length == read.length) {
        if (length == most) {
          if (in.read() < 0) {
            return read;
          }
          throw new TooLarge(most);
        }
        read = Arrays.copyOf(read, (int) Math.min(most, 2L * length));
      }
    }
  }
}
