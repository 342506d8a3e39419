package org.debye.spectra.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.spectra.AxisKind;

/** Plain columns of numbers, with or without lines of text above them. */
final class ColumnFile {
  private static final int MOST_METADATA = 200;
  private static final int LONGEST_VALUE = 1000;

  private ColumnFile() {}

  static List<ImportedSpectrum> read(TextLines text, ImportSettings settings) {
    String name = text.name.toLowerCase(Locale.ROOT);
    Map<String, String> labels = name.endsWith(".chi") ? chiHeader(text) : Map.of();
    TextTable table = TextTable.parse(text);
    AxisKind kind =
        SpectrumText.requireKind(
            text.name, settings, String.join("\n", table.header()) + labels.values());
    Map<String, String> metadata = new LinkedHashMap<>(metadata(table.header()));
    metadata.putAll(labels);
    SpectrumTable columns =
        new SpectrumTable(
            text.name, SpectrumText.columnNames(table), table.columns(), table.lines(), metadata);
    return SpectrumSelection.byColumns(columns, settings, kind)
        .spectra(name.endsWith(".xye") || name.endsWith(".xye.gz"));
  }

  /** FIT2D: a title, the names of the two axes, the number of points. */
  private static Map<String, String> chiHeader(TextLines text) {
    String[] lines = new String[4];
    for (int i = 0; i < lines.length; i++) {
      if (!text.advance()) {
        throw SpectrumText.malformed(
            text.name, "fewer lines than the four of a chi header", "Save it again.");
      }
      lines[i] = text.text();
    }
    if (!lines[3].matches("\\d+.*")) {
      throw text.malformed("no number of points in line 4 of a chi file", "Save it again.");
    }
    return Map.of("title", lines[0], "axis", lines[1], "intensity", lines[2]);
  }

  /** Lines such as {@code key: value} and {@code key = value}. */
  private static Map<String, String> metadata(List<String> header) {
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String line : header) {
      String text = SpectrumText.stripMarks(line);
      int colon = text.indexOf(':');
      int equals = text.indexOf('=');
      int at = colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
      if (at > 0 && metadata.size() < MOST_METADATA) {
        String value = text.substring(at + 1).strip();
        metadata.putIfAbsent(
            text.substring(0, at).strip(),
            value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value);
      }
    }
    return metadata;
  }
}
