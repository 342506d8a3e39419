package org.debye.frame.image;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** The lossless byte compressions of TIFF. */
enum TiffCompression {
  NONE {
    @Override
    int unpack(byte[] from, int start, int end, byte[] to) {
      int length = Math.min(end - start, to.length);
      System.arraycopy(from, start, to, 0, length);
      return length;
    }
  },
  PACK_BITS {
    @Override
    int unpack(byte[] from, int start, int end, byte[] to) {
      int at = start;
      int filled = 0;
      while (at < end && filled < to.length) {
        int code = from[at++];
        if (code >= 0) {
          int length = Math.min(Math.min(code + 1, end - at), to.length - filled);
          System.arraycopy(from, at, to, filled, length);
          at += code + 1;
          filled += length;
        } else if (code != -128 && at < end) {
          int length = Math.min(1 - code, to.length - filled);
          Arrays.fill(to, filled, filled + length, from[at++]);
          filled += length;
        }
      }
      return filled;
    }
  },
  LZW {
    @Override
    int unpack(byte[] from, int start, int end, byte[] to) throws DataFormatException {
      return new LzwDecoder(from, start, end).decode(to);
    }
  },
  DEFLATE {
    @Override
    int unpack(byte[] from, int start, int end, byte[] to) throws DataFormatException {
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(from, start, end - start);
        int filled = 0;
        int got;
        do {
          got = inflater.inflate(to, filled, to.length - filled);
          filled += got;
        } while (got > 0 && filled < to.length);
        return filled;
      } finally {
        inflater.end();
      }
    }
  };

  /** Returns the number of bytes filled. */
  abstract int unpack(byte[] from, int start, int end, byte[] to) throws DataFormatException;

  byte[] unpack(String name, byte[] from, int start, int length, int expected) {
    byte[] to = new byte[expected];
    String detail = "";
    try {
      if (unpack(from, start, start + length, to) == expected) {
        return to;
      }
    } catch (DataFormatException e) {
      detail = " (" + e.getMessage() + ")";
    }
    throw InputException.of(
        FailureCode.UNREADABLE_FILE,
        name,
        "a TIFF strip of " + this + " data holds fewer than its " + expected + " bytes" + detail,
        "The file is truncated or damaged: save it again.");
  }

  static TiffCompression of(long code, String name) {
    if (code == 1) {
      return NONE;
    } else if (code == 5) {
      return LZW;
    } else if (code == 8 || code == 32946) {
      return DEFLATE;
    } else if (code == 32773) {
      return PACK_BITS;
    }
    throw ImageFile.unreadable(
        name,
        "TIFF compression " + code + " is not read",
        "Save it uncompressed, or with LZW, Deflate or PackBits.");
  }
}
