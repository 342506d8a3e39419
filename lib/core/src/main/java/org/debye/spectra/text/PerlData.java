package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Reads assignments of Perl literals, as Data::Dumper writes them: {@code $a = 'text';} and {@code
 * @a = (1,'text',[...],{...});}. Nothing is evaluated.
 */
final class PerlData {
  private static final int DEEPEST = 100;

  private final String name;
  private final String text;
  private int at;

  PerlData(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * One statement.
   *
   * @param variable with its sigil; empty for a mark such as {@code [record]}
   * @param values the elements as text; an element that is itself a list is empty text
   */
  record Statement(String variable, List<String> values) {}

  /** The statements to the end of the text, or to its {@code 1;}. */
  List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    for (skipBlank(); at < text.length(); skipBlank()) {
      char c = text.charAt(at);
      if (c == '$' || c == '@' || c == '%') {
        statements.add(assignment());
      } else if (c == '[') {
        int close = text.indexOf(']', at);
        require(close > 0, "an unclosed [");
        statements.add(new Statement("", List.of(text.substring(at + 1, close))));
        at = close + 1;
      } else if (c == '1' && text.startsWith("1;", at)) {
        break;
      } else {
        throw damaged("'" + c + "' where a statement was expected");
      }
    }
    return statements;
  }

  private Statement assignment() {
    int start = at++;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String variable = text.substring(start, at);
    skipBlank();
    expect('=');
    List<String> values = new ArrayList<>();
    skipBlank();
    if (peek() == '(') {
      list(')', values, 0);
    } else {
      values.add(value(0));
    }
    skipBlank();
    expect(';');
    return new Statement(variable, values);
  }

  private void list(char close, List<String> values, int depth) {
    require(depth < DEEPEST, "lists within lists too deep");
    at++;
    for (skipBlank(); peek() != close; skipBlank()) {
      values.add(value(depth));
      skipBlank();
      if (text.startsWith("=>", at)) {
        at += 2;
      } else if (peek() == ',') {
        at++;
      } else {
        require(peek() == close, "no comma between the elements of a list");
      }
    }
    at++;
  }

  private String value(int depth) {
    char c = peek();
    if (c == '[' || c == '{') {
      list(c == '[' ? ']' : '}', new ArrayList<>(), depth + 1);
      return "";
    } else if (c == '\'' || c == '"') {
      return quoted(c);
    }
    int start = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      // Not into the arrow of a hash: a bare word may hold a minus, never "=>".
      at++;
    }
    require(at > start, "'" + c + "' where a value was expected");
    String bare = text.substring(start, at);
    return bare.equals("undef") ? "" : bare;
  }

  private static boolean isBare(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.' || c == '_' || c == ':';
  }

  /** In single quotes only the quote and the backslash are escaped. */
  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    at++;
    while (peek() != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char next = text.charAt(at);
        if (quote == '"') {
          escape(value);
          continue;
        } else if (next == '\'' || next == '\\') {
          c = next;
          at++;
        }
      }
      value.append(c);
    }
    at++;
    return value.toString();
  }

  /** An escape of a double-quoted string, behind its backslash. */
  private void escape(StringBuilder value) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'e' -> value.append('\u001b');
      case 'a' -> value.append('\u0007');
      case 'f' -> value.append('\f');
      case 'b' -> value.append('\b');
      case 'x' -> {
        boolean braced = peek() == '{';
        int start = braced ? at + 1 : at;
        int end = braced ? text.indexOf('}', at) : Math.min(at + 2, text.length());
        require(end >= start && end - start <= 6, "an unclosed \\x{");
        try {
          value.appendCodePoint(Integer.parseInt(text.substring(start, end), 16));
        } catch (IllegalArgumentException e) {
          throw damaged("the escape \\x" + text.substring(at, end));
        }
        at = braced ? end + 1 : end;
      }
      default -> value.append(c);
    }
  }

  private char peek() {
    require(at < text.length(), "an end in the middle of a statement");
    return text.charAt(at);
  }

  private void expect(char c) {
    require(peek() == c, "no '" + c + "'");
    at++;
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        break;
      }
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw damaged(problem);
    }
  }

  private InputException damaged(String problem) {
    long line = text.substring(0, Math.min(at, text.length())).lines().count();
    return InputException.of(
        FailureCode.MALFORMED_TEXT,
        name + ":" + line,
        "a project with " + problem,
        "Save the project again with Athena.");
  }
}
