package org.debye.jobs.imports;

import java.nio.charset.StandardCharsets;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.image.NpyArray;
import org.debye.jobs.value.SmallFile;

/** A file that holds the points of an axis and nothing else. */
final class AxisFile {
  private AxisFile() {}

  /**
   * Reads an NPY array, or text with one number a line and comments after #.
   *
   * @throws InputException MALFORMED_TEXT with the line
   */
  static double[] read(String place) {
    byte[] bytes = SmallFile.bytes(place);
    if (NpyArray.recognises(bytes)) {
      return NpyArray.read(place, bytes).values();
    }
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R", -1);
    double[] values = new double[lines.length];
    int count = 0;
    for (int i = 0; i < lines.length; i++) {
      String text = lines[i].replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        values[count++] = number(text, place + ":" + (i + 1));
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }

  private static double number(String text, String where) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw InputException.of(
          FailureCode.MALFORMED_TEXT,
          where,
          "'" + text + "' is not a number",
          "A file of an axis holds one number a line.",
          e);
    }
  }
}
