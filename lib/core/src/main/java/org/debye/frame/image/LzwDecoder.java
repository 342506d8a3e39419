package org.debye.frame.image;

import java.util.zip.DataFormatException;

/** TIFF 6.0 section 13: codes of 9 to 12 bits, most significant bit first, width raised early. */
final class LzwDecoder {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int ENTRIES = 4096;

  private final byte[] from;
  private final int end;
  private int at;
  private int bits;
  private int bitCount;

  private final int[] prefix = new int[ENTRIES];
  private final int[] length = new int[ENTRIES];
  private final byte[] first = new byte[ENTRIES];
  private final byte[] last = new byte[ENTRIES];

  LzwDecoder(byte[] from, int start, int end) {
    this.from = from;
    this.at = start;
    this.end = end;
    for (int i = 0; i < CLEAR; i++) {
      length[i] = 1;
      first[i] = (byte) i;
      last[i] = (byte) i;
    }
  }

  /** Returns the number of bytes filled. */
  int decode(byte[] to) throws DataFormatException {
    int filled = 0;
    int width = 9;
    int next = END + 1;
    int previous = CLEAR;
    while (filled < to.length) {
      int code = read(width);
      if (code == END) {
        break;
      } else if (code == CLEAR) {
        width = 9;
        next = END + 1;
        previous = CLEAR;
        continue;
      }
      if (previous != CLEAR && next < ENTRIES) {
        if (code > next) {
          throw new DataFormatException("LZW code " + code + " before its time");
        }
        prefix[next] = previous;
        length[next] = length[previous] + 1;
        first[next] = first[previous];
        last[next] = code == next ? first[previous] : first[code];
        next++;
        width = next == (1 << width) - 1 && width < 12 ? width + 1 : width;
      } else if (code >= next) {
        throw new DataFormatException("LZW code " + code + " before its time");
      }
      filled = write(code, to, filled);
      previous = code;
    }
    return filled;
  }

  private int write(int code, byte[] to, int filled) {
    int stop = Math.min(to.length, filled + length[code]);
    int position = filled + length[code] - 1;
    for (int entry = code; position >= filled; entry = prefix[entry], position--) {
      if (position < to.length) {
        to[position] = last[entry];
      }
    }
    return stop;
  }

  private int read(int width) {
    while (bitCount < width) {
      if (at >= end) {
        return END;
      }
      bits = (bits << 8) | (from[at++] & 0xff);
      bitCount += 8;
    }
    bitCount -= width;
    return (bits >> bitCount) & ((1 << width) - 1);
  }
}
