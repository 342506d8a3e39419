package org.debye.jobs.value;

import java.io.Serializable;
import java.util.List;
import org.debye.jobs.config.InvalidValue;

/**
 * Datasets over which scores are averaged.
 *
 * @param name for tables
 * @param datasets ids or names, with * and ?
 */
public record DatasetGroup(String name, List<String> datasets) implements Serializable {
  public DatasetGroup {
    datasets = List.copyOf(datasets);
  }

  /** Reads {@code FeO=D8+D9}. */
  public static DatasetGroup parse(String text) {
    int end = text.indexOf('=');
    InvalidValue.unless(
        end > 0 && end < text.length() - 1,
        "",
        "not a group of datasets",
        "Write a name and its datasets, such as FeO=D8+D9.");
    return new DatasetGroup(
        text.substring(0, end), List.of(text.substring(end + 1).split("\\+", -1)));
  }

  @Override
  public String toString() {
    return name + "=" + String.join("+", datasets);
  }
}
