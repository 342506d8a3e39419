package org.debye.spectra.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.spectra.AxisKind;

/**
 * GSAS powder data of type FXYE (GSAS manual, LAUR 86-748): a title, then for each bank a line
 * {@code BANK n points records CONS start step 0 0 FXYE} and rows of position, intensity and its
 * standard error. Positions are hundredths of a degree of 2 theta; times of flight are refused.
 */
final class FxyeFile {
  private FxyeFile() {}

  static boolean recognises(byte[] bytes) {
    String start = SpectrumText.start(bytes, 8192);
    return start.contains("BANK") && start.contains("FXYE");
  }

  static List<ImportedSpectrum> read(TextLines text, ImportSettings settings) {
    if (settings.axisKind() != null && settings.axisKind() != AxisKind.TWO_THETA_DEG) {
      throw text.malformed(
          "axis.kind is " + settings.axisKind().spelling() + ", but FXYE data has a 2 theta axis",
          "Leave axis.kind out.");
    }
    List<ImportedSpectrum> spectra = new ArrayList<>();
    String title = "";
    boolean more = text.advance();
    while (more) {
      String line = text.text();
      if (!line.startsWith("BANK")) {
        title = title.isEmpty() && !text.blank() ? line : title;
        more = text.advance();
        continue;
      }
      spectra.addAll(bank(text, title, settings));
      more = text.advance();
    }
    return named(spectra);
  }

  /** Reads the bank whose heading is the current line, to its last point. */
  private static List<ImportedSpectrum> bank(
      TextLines text, String title, ImportSettings settings) {
    String[] words = text.text().split("\\s+", -1);
    boolean angles = words.length > 4 && words[4].startsWith("CONS");
    if (!angles || !words[words.length - 1].equals("FXYE")) {
      throw text.malformed(
          "a bank that is not of constant wavelength and type FXYE",
          "Convert it to columns of 2 theta, intensity and error.");
    }
    int points = points(words[2], text);
    double[][] columns = new double[3][points];
    int[] lines = new int[points];
    readRows(text, columns, lines);
    SpectrumTable table =
        new SpectrumTable(
            text.name,
            List.of("2theta", "intensity", "sigma"),
            columns,
            lines,
            Map.of("title", title, "bank", words[1]));
    double[] axis = SpectrumSelection.scaled(columns[0], 0.01);
    return new SpectrumSelection(table, settings, AxisKind.TWO_THETA_DEG, 0, axis).spectra(true);
  }

  private static int points(String word, TextLines text) {
    // A row takes six characters at least.
    int most = text.bytes.length / 6;
    try {
      int points = Integer.parseInt(word);
      if (points > 0 && points <= most) {
        return points;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message, which quotes the line.
    }
    throw text.malformed("an impossible number of points", "Export the pattern again.");
  }

  private static void readRows(TextLines text, double[][] columns, int[] lines) {
    RowParser parser = new RowParser(text.bytes);
    for (int row = 0; row < lines.length; row++) {
      if (!text.advance()) {
        throw text.malformed(
            "the file ends after " + row + " of " + lines.length + " points",
            "Export the pattern again.");
      }
      if (parser.parse(text.start(), text.end(), RowParser.Dialect.SPACES) != columns.length) {
        throw text.malformed("not the three numbers of a point", "Export the pattern again.");
      }
      for (int c = 0; c < columns.length; c++) {
        columns[c][row] = parser.row()[c];
      }
      lines[row] = text.number();
    }
  }

  private static List<ImportedSpectrum> named(List<ImportedSpectrum> spectra) {
    if (spectra.size() < 2) {
      return spectra;
    }
    return spectra.stream()
        .map(
            s ->
                new ImportedSpectrum(
                    s.name() + "#bank " + s.metadata().get("bank"),
                    s.kind(),
                    s.axis(),
                    s.intensity(),
                    s.sigma(),
                    s.metadata()))
        .toList();
  }
}
