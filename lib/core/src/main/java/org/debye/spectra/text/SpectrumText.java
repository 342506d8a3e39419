package org.debye.spectra.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.image.Gzip;
import org.debye.frame.image.NpyArray;
import org.debye.spectra.AxisKind;

/**
 * Reads files of spectra. The dialect is told by the content, the name's ending decides only where
 * it is a convention (.chi, .xye):
 *
 * <ul>
 *   <li>columns of numbers, delimited by white space, tabs, commas or semicolons (.xy .dat .csv
 *       .txt .chi .xye and others), or one count a line;
 *   <li>XDI, by its first line, whatever its name (.xdi .nor);
 *   <li>Athena projects (.prj);
 *   <li>GSAS data of type FXYE (.fxye);
 *   <li>NPY arrays of one or two dimensions.
 * </ul>
 *
 * Any of them may be gzipped. Text is UTF-8, else Latin-1.
 */
public final class SpectrumText {
  private SpectrumText() {}

  /**
   * Reads every spectrum of a file.
   *
   * @param name for messages and for the names of the spectra
   * @throws InputException MALFORMED_TEXT with the line, where the file is damaged;
   *     MISSING_METADATA where neither file nor settings say what is needed; INVALID_CONFIGURATION
   *     where the settings name what the file does not have; UNREADABLE_FILE for a damaged NPY
   */
  public static List<ImportedSpectrum> read(String name, byte[] bytes, ImportSettings settings) {
    List<ImportedSpectrum> spectra = spectra(name, bytes, settings);
    if (spectra.isEmpty()) {
      throw malformed(
          name,
          "there is no spectrum in it",
          "Check that it was written whole, and columns.intensity if that is set.");
    }
    return spectra;
  }

  private static List<ImportedSpectrum> spectra(
      String name, byte[] bytes, ImportSettings settings) {
    byte[] plain = Gzip.unpacked(name, bytes, FailureCode.MALFORMED_TEXT);
    if (NpyArray.recognises(plain)) {
      return NpySpectra.read(name, NpyArray.read(name, plain), settings);
    }
    TextLines text = new TextLines(name, plain).requireText();
    for (int i = 0; i < settings.skipLines() && text.advance(); i++) {
      // Only the position matters.
    }
    if (AthenaProject.recognises(plain)) {
      return AthenaProject.read(name, decoded(plain), settings);
    } else if (XdiFile.recognises(plain)) {
      return XdiFile.read(name, TextTable.parse(text), settings);
    } else if (FxyeFile.recognises(plain)) {
      return FxyeFile.read(text, settings);
    }
    return ColumnFile.read(text, settings);
  }

  /**
   * Reads an axis that is kept in a file of its own: one column of text, or a one-dimensional NPY
   * array.
   *
   * @throws InputException MALFORMED_TEXT or UNREADABLE_FILE
   */
  public static double[] readAxis(String name, byte[] bytes) {
    byte[] plain = Gzip.unpacked(name, bytes, FailureCode.MALFORMED_TEXT);
    if (NpyArray.recognises(plain)) {
      NpyArray array = NpyArray.read(name, plain);
      if (array.shape().length == 1) {
        return array.values();
      }
      throw malformed(name, "not a one-dimensional array", "Give the axis as one.");
    }
    TextTable table = TextTable.parse(new TextLines(name, plain).requireText());
    if (table.columns().length != 1) {
      throw malformed(
          name,
          table.columns().length + " columns where an axis is one",
          "Keep the axis alone in its file.");
    }
    return table.columns()[0];
  }

  /** Names in the last line above the numbers, where it has one for each column; else none. */
  static List<String> columnNames(TextTable table) {
    for (int i = table.header().size() - 1; i >= 0; i--) {
      String line = stripMarks(table.header().get(i));
      if (line.isEmpty() || line.chars().allMatch(c -> "-=_*~ ".indexOf(c) >= 0)) {
        continue;
      }
      String delimiter =
          switch (table.dialect()) {
            case TABS -> "\t";
            case COMMAS -> ",";
            case SEMICOLONS, SEMICOLONS_AND_DECIMAL_COMMAS -> ";";
            case SPACES -> "\\s+";
          };
      for (String splitter : List.of(delimiter, "\\s+", "\t")) {
        List<String> names =
            Arrays.stream(line.split(splitter, -1)).map(SpectrumText::unquoted).toList();
        if (names.size() == table.columns().length) {
          return names;
        }
      }
      break;
    }
    return List.of();
  }

  private static String unquoted(String field) {
    String text = field.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  /** Without the signs that mark a remark. */
  static String stripMarks(String line) {
    int at = 0;
    while (at < line.length() && "#!%'/ \t".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return line.substring(at).strip();
  }

  static InputException malformed(String where, String problem, String remedy) {
    return InputException.of(FailureCode.MALFORMED_TEXT, where, problem, remedy);
  }

  /** The first bytes as Latin-1, without a byte order mark. */
  static String start(byte[] bytes, int length) {
    String start =
        new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
  }

  private static String decoded(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    TextLines text = new TextLines("", bytes);
    while (text.advance()) {
      lines.add(text.text());
    }
    return String.join("\n", lines);
  }

  /** The kind of axis, or an error that says how to give it. */
  static AxisKind requireKind(String name, ImportSettings settings, String header) {
    if (settings.axisKind() != null) {
      return settings.axisKind();
    }
    String low = header.toLowerCase(Locale.ROOT);
    AxisKind guess = null;
    if (low.contains("2th") || low.contains("two theta") || low.contains("2-th")) {
      guess = AxisKind.TWO_THETA_DEG;
    } else if (low.contains("q_a") || low.contains("1/a") || low.contains("a^-1")) {
      guess = AxisKind.Q_PER_ANGSTROM;
    } else if (low.contains("q_nm") || low.contains("1/nm") || low.contains("nm^-1")) {
      guess = AxisKind.Q_PER_NM;
    } else if (low.contains("energy")) {
      guess = AxisKind.ENERGY_EV;
    }
    StringBuilder kinds = new StringBuilder();
    for (AxisKind kind : AxisKind.values()) {
      kinds.append(kinds.isEmpty() ? "" : ", ").append(kind.spelling());
    }
    throw InputException.of(
        FailureCode.MISSING_METADATA,
        name,
        "what its axis is cannot be read from the file"
            + (guess == null ? "" : " for certain, though its header suggests " + guess.spelling()),
        "Set axis.kind to one of " + kinds + ".");
  }
}
