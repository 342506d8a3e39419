package org.debye.spectra.text;

import java.util.Arrays;

/** Splits a line into numbers. One thread at a time. */
final class RowParser {
  /** What stands between two numbers, and the decimal sign that goes with it. */
  enum Dialect {
    TABS('\t', '.'),
    SEMICOLONS(';', '.'),
    SEMICOLONS_AND_DECIMAL_COMMAS(';', ','),
    COMMAS(',', '.'),
    SPACES(' ', '.');

    final char delimiter;
    final char point;

    Dialect(char delimiter, char point) {
      this.delimiter = delimiter;
      this.point = point;
    }
  }

  private final byte[] text;
  private final NumberParser numbers;
  private double[] row = new double[16];

  RowParser(byte[] text) {
    this.text = text;
    numbers = new NumberParser(text);
  }

  /** The numbers last parsed: valid up to the count that {@link #parse} returned. */
  double[] row() {
    return row;
  }

  /** How many numbers the line holds; -1 where something in it is none. */
  int parse(int from, int to, Dialect dialect) {
    int end = beforeRemark(from, to);
    return dialect == Dialect.SPACES ? parseSpaced(from, end) : parseDelimited(from, end, dialect);
  }

  private int parseSpaced(int from, int to) {
    int count = 0;
    int at = skipSpace(from, to);
    while (at < to) {
      int start = at;
      while (at < to && !TextLines.isSpace(text[at])) {
        at++;
      }
      if (!numbers.parse(start, at, '.')) {
        return -1;
      }
      put(count++, numbers.value());
      at = skipSpace(at, to);
    }
    return count;
  }

  private int skipSpace(int from, int to) {
    int at = from;
    while (at < to && TextLines.isSpace(text[at])) {
      at++;
    }
    return at;
  }

  /** An empty field is NaN, but for those at the end of the line. */
  private int parseDelimited(int from, int to, Dialect dialect) {
    int count = 0;
    int filled = 0;
    int at = from;
    while (at <= to) {
      int start = at;
      while (at < to && text[at] != dialect.delimiter) {
        at++;
      }
      int end = at++;
      while (start < end && isPadding(text[start])) {
        start++;
      }
      while (end > start && isPadding(text[end - 1])) {
        end--;
      }
      if (start == end) {
        put(count++, Double.NaN);
      } else if (numbers.parse(start, end, dialect.point)) {
        put(count++, numbers.value());
        filled = count;
      } else {
        return -1;
      }
    }
    return filled;
  }

  private static boolean isPadding(byte c) {
    return TextLines.isSpace(c) || c == '"';
  }

  private int beforeRemark(int from, int to) {
    for (int at = from; at < to; at++) {
      if (text[at] == '#' || text[at] == '!') {
        return at;
      }
    }
    return to;
  }

  private void put(int index, double value) {
    if (index == row.length) {
      row = Arrays.copyOf(row, 2 * row.length);
    }
    row[index] = value;
  }
}
