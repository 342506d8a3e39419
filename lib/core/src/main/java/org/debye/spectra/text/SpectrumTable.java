package org.debye.spectra.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Named columns, from whatever format.
 *
 * @param name of the file, and of the group where it has several
 * @param names one for each column; empty where a column has none
 * @param rowLines number of the line of each row, for messages; empty where there are no lines
 */
record SpectrumTable(
    String name,
    List<String> names,
    double[][] columns,
    int[] rowLines,
    Map<String, String> metadata) {

  int rows() {
    return columns.length == 0 ? 0 : columns[0].length;
  }

  /** Index of a column by its name in any case; -1 where there is none. */
  int find(String wanted) {
    for (int c = 0; c < names.size(); c++) {
      if (names.get(c).equalsIgnoreCase(wanted)) {
        return c;
      }
    }
    return -1;
  }

  /** Index of a chosen column. */
  int index(ColumnChoice choice, String key) {
    int index = -1;
    if (choice instanceof ColumnChoice.ByNumber place) {
      index = place.number() <= columns.length ? place.number() - 1 : -1;
    } else if (choice instanceof ColumnChoice.ByName named) {
      index = find(named.name());
    }
    if (index < 0) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          "no column " + choice + " among its " + described(),
          "Set " + key + " to one of them, by name or by number.");
    }
    return index;
  }

  String nameOf(int column) {
    String given = column < names.size() ? names.get(column) : "";
    return given.isEmpty() ? Integer.toString(column + 1) : given;
  }

  /** {@code 3 columns (energy, i0, itrans)}. */
  String described() {
    StringBuilder list = new StringBuilder();
    for (int c = 0; c < Math.min(columns.length, 12); c++) {
      list.append(c == 0 ? "" : ", ").append(nameOf(c));
    }
    String more = columns.length > 12 ? ", ..." : "";
    return String.format(Locale.ROOT, "%d columns (%s%s)", columns.length, list, more);
  }
}
