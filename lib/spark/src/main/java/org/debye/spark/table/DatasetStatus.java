package org.debye.spark.table;

import java.util.Locale;

/** What became of a dataset. */
public enum DatasetStatus {
  /** Every frame asked for has its row. */
  REDUCED,
  /** Some frames have no row; the error says which and why. */
  PARTIAL,
  /** No frame has a row. */
  FAILED;

  /** What the {@code status} column holds. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DatasetStatus of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
