package org.debye.spectra.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** Walks over the lines of a text, whatever ends them. */
final class TextLines {
  final String name;
  final byte[] bytes;
  private int start;
  private int end;
  private int next;
  private int number;

  TextLines(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    next = marked ? 3 : 0;
  }

  /** Refuses what cannot be text, before any of it is taken for numbers. */
  TextLines requireText() {
    boolean wide = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xfe) == 0xfe;
    for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
      if (bytes[i] == 0 || wide) {
        throw InputException.of(
            FailureCode.MALFORMED_TEXT,
            name,
            wide ? "UTF-16 text" : "binary data where text was expected",
            wide ? "Save it as UTF-8." : "Choose files of spectra only.");
      }
    }
    return this;
  }

  /** Goes to the next line; false at the end. */
  boolean advance() {
    if (next >= bytes.length) {
      return false;
    }
    start = next;
    end = start;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    next = end + (pair ? 2 : 1);
    number++;
    while (end > start && isSpace(bytes[end - 1])) {
      end--;
    }
    // A tab at the start may stand for an empty first field.
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    return true;
  }

  /** First byte of the line that is no space. */
  int start() {
    return start;
  }

  /** One past the last byte that is no white space. */
  int end() {
    return end;
  }

  /** Counted from 1. */
  int number() {
    return number;
  }

  boolean blank() {
    // 0x1a ends a text file of CP/M and DOS.
    return start == end || bytes[start] == 0x1a;
  }

  boolean comment() {
    if (start == end) {
      return false;
    }
    byte c = bytes[start];
    return c == '#'
        || c == '!'
        || c == '%'
        || c == '\''
        || (c == '/' && end > start + 1 && bytes[start + 1] == '/');
  }

  String text() {
    return decode(start, end);
  }

  private String decode(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\f' || c == 0x0b;
  }

  /** MALFORMED_TEXT at the current line, which it quotes. */
  InputException malformed(String problem, String remedy) {
    String text = text();
    String quoted = text.length() > 60 ? text.substring(0, 60) + " ..." : text;
    return InputException.of(
        FailureCode.MALFORMED_TEXT,
        String.format(Locale.ROOT, "%s:%d", name, number),
        problem + ": '" + quoted + "'",
        remedy);
  }
}
