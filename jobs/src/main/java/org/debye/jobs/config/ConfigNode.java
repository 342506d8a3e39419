package org.debye.jobs.config;

import java.util.List;
import java.util.Map;

/** A configuration as it was written, before anything is known of its types. */
sealed interface ConfigNode {
  Origin origin();

  /** Keys and values, in the order written; merging adds to it. */
  record Mapping(Origin origin, Map<String, ConfigNode> entries) implements ConfigNode {}

  record Listing(Origin origin, List<ConfigNode> items) implements ConfigNode {}

  /**
   * One word or number.
   *
   * @param quoted text whatever it looks like: {@code '5'} is not 5
   */
  record Scalar(Origin origin, String text, boolean quoted) implements ConfigNode {
    boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }
}
