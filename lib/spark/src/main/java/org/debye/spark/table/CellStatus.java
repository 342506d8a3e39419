package org.debye.spark.table;

import java.util.Locale;

/** What became of a cell of a sweep. */
public enum CellStatus {
  /** In order. */
  DONE,
  /** There are numbers; the message says what is to be known of them. */
  FLAGGED,
  /** There are none; the message says why. */
  FAILED;

  /** What the {@code status} column holds. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CellStatus of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
