package org.debye.jobs.config;

import java.util.ArrayList;
import java.util.List;

/** The keys of a configuration as {@code --help} prints them: key, type, default, unit, meaning. */
public final class KeyTable {
  private static final List<String> HEADER = List.of("key", "type", "default", "unit", "meaning");
  private static final int NARROWEST_MEANING = 36;
  private static final int INDENT_BELOW = 4;

  private KeyTable() {}

  /** Lines no wider than the terminal where that leaves room for the meanings. */
  public static String of(Class<? extends Record> config, int width) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Schema.Row row : Schema.rows(config)) {
      rows.add(cells(row));
    }
    int[] widths = new int[HEADER.size() - 1];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> append(out, row, widths, width));
    return out.toString();
  }

  /** All keys that hold a value. */
  public static List<String> keys(Class<? extends Record> config) {
    return Schema.rows(config).stream().map(Schema.Row::key).toList();
  }

  /** Keys that lack a meaning, or a unit although they hold numbers; a test wants none. */
  public static List<String> incomplete(Class<? extends Record> config) {
    return Schema.rows(config).stream()
        .filter(
            row ->
                !row.component().key().meaning().endsWith(".")
                    || (Schema.numeric(row.component().type())
                        && row.component().key().unit().isEmpty()))
        .map(Schema.Row::key)
        .toList();
  }

  private static List<String> cells(Schema.Row row) {
    Schema.Component component = row.component();
    String byDefault = component.key().byDefault();
    String shown = byDefault.isEmpty() ? (component.nullable() ? "-" : "required") : byDefault;
    String unit = component.key().unit().isEmpty() ? "-" : component.key().unit();
    String meaning = component.key().meaning();
    if (component.type() instanceof Class<?> type && type.isEnum()) {
      meaning += " One of " + Values.choices(type) + ".";
    }
    return List.of(row.key(), Schema.typeName(component.type()), shown, unit, meaning);
  }

  /** A meaning that would be squeezed beside its key stands below it. */
  private static void append(StringBuilder out, List<String> row, int[] widths, int width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    int indent = line.length();
    boolean below = width - indent < NARROWEST_MEANING;
    if (below) {
      out.append(line.toString().stripTrailing()).append('\n');
      indent = INDENT_BELOW;
      line.setLength(0);
      line.append(" ".repeat(indent));
    }
    for (String part : wrapped(row.get(widths.length), width - indent)) {
      out.append(line).append(part).append('\n');
      line.setLength(0);
      line.append(" ".repeat(indent));
    }
  }

  /** Broken at spaces. */
  static List<String> wrapped(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
