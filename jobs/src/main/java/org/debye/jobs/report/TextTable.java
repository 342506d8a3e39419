package org.debye.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small table, for the console with its columns aligned and for a file as CSV. The first column
 * holds names, the others numbers or words.
 *
 * @param title a line above it on the console
 * @param header names of the columns
 * @param rows as long as the header each
 */
public record TextTable(String title, List<String> header, List<List<String>> rows) {
  private static final String GAP = "  ";

  public TextTable {
    header = List.copyOf(header);
    List<List<String>> copies = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row + " under " + header);
      }
      copies.add(List.copyOf(row));
    }
    rows = List.copyOf(copies);
  }

  /** Four digits that count; {@code -} for what is not a number. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    double size = Math.abs(value);
    if (value != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  /** The title and the rows below it, aligned. */
  public String text() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    int[] widths = new int[header.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    StringBuilder out = new StringBuilder(title);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder(GAP);
      for (int i = 0; i < widths.length; i++) {
        String gap = " ".repeat(widths[i] - row.get(i).codePointCount(0, row.get(i).length()));
        line.append(i == 0 ? row.get(i) + gap : GAP + gap + row.get(i));
      }
      out.append('\n').append(line.toString().stripTrailing());
    }
    return out.toString();
  }

  /** The same as CSV (RFC 4180), header first. */
  public String csv() {
    StringBuilder out = new StringBuilder();
    append(header, out);
    rows.forEach(row -> append(row, out));
    return out.toString();
  }

  private static void append(List<String> row, StringBuilder out) {
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      boolean quoted = cell.matches("(?s).*[\",\n\r].*");
      out.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    out.append('\n');
  }
}
