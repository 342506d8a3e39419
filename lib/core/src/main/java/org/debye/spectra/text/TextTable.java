package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.failure.InputException;
import org.debye.spectra.text.RowParser.Dialect;

/**
 * The rows of numbers in a text and the lines above them. The delimiter is told by the first row:
 * the first of tabs, semicolons, commas and white space that splits it into numbers.
 *
 * @param header lines above the first row, blank ones left out
 * @param columns each as long as there are rows; NaN for an empty field
 * @param lines number of the line of each row
 */
record TextTable(List<String> header, Dialect dialect, double[][] columns, int[] lines) {
  private static final int USUAL_CAPACITY = 1024;

  /** Rows may lack their last values, but a row of one value in a thousand columns is no row. */
  private static final long CELLS_A_BYTE = 8;

  /**
   * Reads to the end.
   *
   * @param text before the line to start at
   * @throws InputException MALFORMED_TEXT, where there are no numbers or rows differ in length
   */
  static TextTable parse(TextLines text) {
    return new Builder(text).read();
  }

  int rows() {
    return lines.length;
  }

  /** Mutable while the rows come in. */
  private static final class Builder {
    private final TextLines text;
    private final RowParser parser;
    private final List<String> header = new ArrayList<>();
    private Dialect dialect = Dialect.SPACES;
    private double[][] columns = new double[0][];
    private int[] lines = new int[0];
    private int rows;

    Builder(TextLines text) {
      this.text = text;
      parser = new RowParser(text.bytes);
    }

    TextTable read() {
      while (text.advance()) {
        if (text.blank()) {
          continue;
        }
        if (rows == 0) {
          readFirst();
        } else if (!text.comment()) {
          readNext();
        }
      }
      if (rows == 0) {
        throw SpectrumText.malformed(
            text.name, "no line of numbers", "Choose files of spectra only.");
      }
      double[][] filled = new double[columns.length][];
      for (int c = 0; c < columns.length; c++) {
        filled[c] = Arrays.copyOf(columns[c], rows);
      }
      return new TextTable(header, dialect, filled, Arrays.copyOf(lines, rows));
    }

    private void readFirst() {
      if (!text.comment()) {
        boolean indented = text.bytes[text.start()] == '\t';
        for (Dialect candidate : Dialect.values()) {
          if (indented && candidate == Dialect.TABS) {
            continue;
          }
          int count = parser.parse(text.start(), text.end(), candidate);
          if (count > 1 || (count == 1 && candidate == Dialect.SPACES)) {
            dialect = candidate;
            int rowsThere = Math.min(USUAL_CAPACITY, text.bytes.length / count + 1);
            columns = new double[count][rowsThere];
            lines = new int[rowsThere];
            append(count);
            return;
          }
        }
        refuseDecimalCommas();
      }
      header.add(text.text());
    }

    private void readNext() {
      int count = parser.parse(text.start(), text.end(), dialect);
      if (count < 0) {
        throw text.malformed(
            "text among the numbers", "Remove the line, or start it with # to make it a remark.");
      }
      // Empty fields at the end of a row are not counted: a row may lack its last values.
      if (count > columns.length || (count < columns.length && dialect == Dialect.SPACES)) {
        throw text.malformed(
            String.format(
                Locale.ROOT,
                "%d numbers where the first row, in line %d, has %d",
                count,
                lines[0],
                columns.length),
            "Mend the line; if line " + lines[0] + " is a heading, leave it out with skip-lines.");
      }
      append(count);
    }

    private void append(int count) {
      if ((rows + 1L) * columns.length > CELLS_A_BYTE * text.bytes.length) {
        throw text.malformed(
            "rows that lack nearly all of the " + columns.length + " columns of the first",
            "Save the table with all of its values.");
      }
      if (rows == lines.length) {
        lines = Arrays.copyOf(lines, 2 * rows);
        for (int c = 0; c < columns.length; c++) {
          columns[c] = Arrays.copyOf(columns[c], 2 * rows);
        }
      }
      double[] row = parser.row();
      for (int c = 0; c < columns.length; c++) {
        columns[c][rows] = c < count ? row[c] : Double.NaN;
      }
      lines[rows++] = text.number();
    }

    /** "5,02 123" is neither text nor the numbers 5, 2 and 123. */
    private void refuseDecimalCommas() {
      String[] fields = text.text().split("\\s+", -1);
      boolean commas = false;
      for (String field : fields) {
        if (!field.matches("[+-]?\\d+(,\\d+)?([eE][+-]?\\d+)?")) {
          return;
        }
        commas |= field.contains(",");
      }
      if (commas && fields.length > 1) {
        throw text.malformed(
            "decimal commas", "Write decimal points, or put semicolons between the columns.");
      }
    }
  }
}
