package org.debye.spectra.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimal numbers out of bytes: C, Fortran (D exponents) and the words for NaN and infinity.
 * The nearest double, always. One thread at a time.
 */
final class NumberParser {
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private final byte[] text;
  private double value;

  NumberParser(byte[] text) {
    this.text = text;
  }

  /** The number last parsed. */
  double value() {
    return value;
  }

  /**
   * Parses the whole of a range.
   *
   * @param point the decimal sign
   * @return whether it is a number
   */
  boolean parse(int from, int to, char point) {
    int at = from;
    boolean negative = false;
    if (at < to && (text[at] == '-' || text[at] == '+')) {
      negative = text[at] == '-';
      at++;
    }
    int start = at;
    long mantissa = 0;
    int digits = 0;
    int scale = 0;
    boolean fraction = false;
    boolean exact = true;
    for (; at < to; at++) {
      byte c = text[at];
      if (c >= '0' && c <= '9') {
        digits++;
        if (mantissa < 100_000_000_000_000_000L) {
          mantissa = 10 * mantissa + (c - '0');
          scale -= fraction ? 1 : 0;
        } else {
          exact &= c == '0';
          scale += fraction ? 0 : 1;
        }
      } else if (c == point && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return at == start && parseWord(start, to, negative);
    }
    if (at < to) {
      int exponent = exponent(at, to);
      if (exponent == Integer.MIN_VALUE) {
        return false;
      }
      scale += exponent;
    }
    if (exact && mantissa <= 1L << 53 && scale >= -22 && scale <= 22) {
      // Both operands are exact, so the one rounding is right (Clinger 1990).
      double magnitude = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
      value = negative ? -magnitude : magnitude;
    } else {
      value = slowly(from, to, point);
    }
    return true;
  }

  /** Integer.MIN_VALUE where it is none. */
  private int exponent(int from, int to) {
    int letter = text[from] | 0x20;
    boolean marked = letter == 'e' || letter == 'd';
    int at = marked ? from + 1 : from;
    boolean signed = at < to && (text[at] == '-' || text[at] == '+');
    boolean negative = signed && text[at] == '-';
    at += signed ? 1 : 0;
    // Fortran drops the letter of an exponent of three digits, and only of such.
    if (at >= to || to - at > 9 || (!marked && (!signed || to - at != 3))) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(100_000, 10 * exponent + text[at] - '0');
    }
    return negative ? -exponent : exponent;
  }

  private double slowly(int from, int to, char point) {
    StringBuilder plain = new StringBuilder(to - from + 1);
    boolean marked = false;
    for (int at = from; at < to; at++) {
      char c = (char) text[at];
      if (c == point) {
        plain.append('.');
      } else if ((c | 0x20) == 'd' || (c | 0x20) == 'e') {
        plain.append('e');
        marked = true;
      } else if ((c == '-' || c == '+') && at > from && !marked) {
        plain.append('e').append(c);
        marked = true;
      } else {
        plain.append(c);
      }
    }
    return Double.parseDouble(plain.toString());
  }

  private boolean parseWord(int from, int to, boolean negative) {
    int length = to - from;
    if (length != 3 && length != 8) {
      return false;
    }
    Double word = named(new String(text, from, length, StandardCharsets.ISO_8859_1));
    if (word == null) {
      return false;
    }
    value = negative ? -word : word;
    return true;
  }

  private static @Nullable Double named(String word) {
    if (word.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    boolean infinite = word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
    return infinite ? Double.POSITIVE_INFINITY : null;
  }
}
