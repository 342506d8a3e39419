package org.debye.jobs.represent;

import org.debye.jobs.config.InvalidValue;

/**
 * How many clusters are made of a dataset.
 *
 * @param wanted a number; 0 for as many as its labels have classes, -1 for no clustering
 */
public record ClusterCount(int wanted) {
  private static final int MOST = 100;

  /** Reads {@code none}, {@code labels} or a number. */
  public static ClusterCount parse(String text) {
    if (text.equals("none")) {
      return new ClusterCount(-1);
    } else if (text.equals("labels")) {
      return new ClusterCount(0);
    }
    InvalidValue.unless(
        text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 2 && Integer.parseInt(text) <= MOST,
        "",
        "not a number of clusters",
        "Write none, labels, or a number from 2 to " + MOST + ".");
    return new ClusterCount(Integer.parseInt(text));
  }

  boolean isNone() {
    return wanted < 0;
  }

  boolean isByLabels() {
    return wanted == 0;
  }

  @Override
  public String toString() {
    return isNone() ? "none" : isByLabels() ? "labels" : Integer.toString(wanted);
  }
}
