package org.debye.jobs.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole configuration, defaults included, as text for the record of a run: lines of {@code key:
 * value} in the order of the help. Equal configurations give equal text.
 */
public final class ConfigText {
  private ConfigText() {}

  /** Absent values are left out. */
  public static String of(Record config) {
    StringBuilder out = new StringBuilder();
    append(config, "", out);
    return out.toString();
  }

  /** The same as texts by key. */
  public static Map<String, String> byKey(Record config) {
    Map<String, String> byKey = new TreeMap<>();
    of(config)
        .lines()
        .forEach(
            line -> {
              int colon = line.indexOf(": ");
              byKey.put(line.substring(0, colon), line.substring(colon + 2));
            });
    return byKey;
  }

  private static void append(Record config, String prefix, StringBuilder out) {
    for (Schema.Component component : Schema.components(config.getClass())) {
      Object value = component.value(config);
      String key = prefix + component.name();
      if (value instanceof Record section && component.section()) {
        append(section, key + ".", out);
      } else if (value != null) {
        out.append(key).append(": ").append(text(value)).append('\n');
      }
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ConfigText::text).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((name, one) -> sorted.put(String.valueOf(name), text(one)));
      return sorted.toString();
    }
    return value instanceof Enum<?> constant ? Values.spelling(constant) : String.valueOf(value);
  }
}
