package org.debye.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Labels as people write them: CSV with a header that names {@code dataset_id}, {@code frame} and
 * {@code label}, in any order and among others. A label is a class's number or its name; names are
 * numbered before 0, during 1, after 2 where they are of these, else in alphabetical order.
 */
public final class LabelText {
  private static final List<String> TRANSITION = List.of("before", "during", "after");

  private LabelText() {}

  /**
   * Reads a file.
   *
   * @param where its name, for messages
   * @param lines of the file
   * @param runId of the run that imports it
   * @throws InputException naming the line that cannot be read
   */
  public static List<LabelRow> read(String where, List<String> lines, String runId) {
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
    int dataset = column(where, header, "dataset_id");
    int frame = column(where, header, "frame");
    int label = column(where, header, "label");
    List<Raw> raws = new ArrayList<>();
    Set<Map.Entry<String, Long>> seen = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String line = where + ", line " + (i + 1);
      List<String> cells = cells(lines.get(i));
      if (cells.size() != header.size() || cells.get(label).isEmpty()) {
        throw malformed(line, "'" + lines.get(i) + "' does not fit the header");
      }
      Raw raw = new Raw(cells.get(dataset), number(line, cells.get(frame)), cells.get(label));
      if (!seen.add(Map.entry(raw.datasetId, raw.frame))) {
        throw malformed(
            line, "frame " + raw.frame + " of " + raw.datasetId + " has a label already");
      }
      raws.add(raw);
    }
    if (raws.isEmpty()) {
      throw malformed(where, "it holds no label");
    }
    List<String> classes = classes(raws);
    return raws.stream().map(raw -> raw.row(classes, runId)).toList();
  }

  private record Raw(String datasetId, long frame, String label) {
    LabelRow row(List<String> classes, String runId) {
      int number = classes.isEmpty() ? Integer.parseInt(label) : classes.indexOf(label);
      return new LabelRow(
          datasetId, frame, null, number, label, null, Map.of(), LabelRow.IMPORTED, runId);
    }
  }

  /** Names in the order of their numbers; none where labels are numbers. */
  private static List<String> classes(List<Raw> raws) {
    Set<String> names = new TreeSet<>();
    raws.forEach(raw -> names.add(raw.label));
    if (names.stream().allMatch(name -> name.matches("\\d{1,6}"))) {
      return List.of();
    }
    return TRANSITION.containsAll(names) ? TRANSITION : List.copyOf(names);
  }

  private static int column(String where, List<String> header, String name) {
    int found = header.indexOf(name);
    if (found < 0) {
      throw malformed(where, "its header " + header + " names no column " + name);
    }
    return found;
  }

  private static long number(String line, String text) {
    if (!text.matches("\\d{1,18}")) {
      throw malformed(line, "'" + text + "' is no number of a frame");
    }
    return Long.parseLong(text);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      String bare = cell.strip();
      boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
      cells.add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }
    return cells;
  }

  private static InputException malformed(String where, String problem) {
    return InputException.of(
        FailureCode.MALFORMED_TEXT,
        where,
        problem,
        "Write CSV with the header dataset_id,frame,label and one line a frame.");
  }
}
