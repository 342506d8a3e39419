package org.debye.jobs.explore;

import org.debye.jobs.config.InvalidValue;

/**
 * How many clusters: a number, or as many as the largest gap between eigenvalues says.
 *
 * @param known 0 where the gap is asked
 */
public record ClusterChoice(int known) {
  private static final int MOST = 100;

  /** Reads {@code 2} or {@code auto}. */
  public static ClusterChoice parse(String text) {
    if (text.equals("auto")) {
      return new ClusterChoice(0);
    }
    InvalidValue.unless(
        text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 2 && Integer.parseInt(text) <= MOST,
        "",
        "not a number of clusters",
        "Write a number from 2 to " + MOST + ", or auto.");
    return new ClusterChoice(Integer.parseInt(text));
  }

  boolean isAutomatic() {
    return known == 0;
  }

  @Override
  public String toString() {
    return isAutomatic() ? "auto" : Integer.toString(known);
  }
}
