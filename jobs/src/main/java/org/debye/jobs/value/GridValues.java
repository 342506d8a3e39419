package org.debye.jobs.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;

/**
 * Values along one axis of a grid: one number, or several evenly spaced, both ends included.
 *
 * @param text as it was written
 */
public record GridValues(List<Double> values, String text) {
  private static final int MOST = 100_000;
  private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
  private static final Pattern ONE = Pattern.compile(NUMBER);
  private static final Pattern SPACED =
      Pattern.compile("(log|linear):" + NUMBER + ":" + NUMBER + ":([0-9]{1,6})");

  public GridValues {
    values = List.copyOf(values);
  }

  /**
   * Reads {@code 0.5}, {@code linear:0.004:0.032:8} or {@code log:0.1:10:100}, which is {@code
   * logspace(-1, 1, 100)} elsewhere.
   */
  public static GridValues parse(String text) {
    Matcher one = ONE.matcher(text);
    if (one.matches()) {
      return new GridValues(List.of(Double.valueOf(text)), text);
    }
    Matcher spaced = SPACED.matcher(text);
    InvalidValue.unless(
        spaced.matches(),
        "",
        "neither a number nor evenly spaced numbers",
        "Write a number, or kind:from:to:count such as log:0.1:10:100 or linear:0:1:5.");
    double from = Double.parseDouble(spaced.group(2));
    double to = Double.parseDouble(spaced.group(3));
    int count = Integer.parseInt(spaced.group(4));
    boolean log = spaced.group(1).equals("log");
    InvalidValue.unless(
        count >= 2 && count <= MOST && from != to,
        "",
        "not a row of numbers",
        "Write kind:from:to:count with two ends and a count of 2 to " + MOST + ".");
    InvalidValue.unless(
        !log || (from > 0 && to > 0),
        "",
        "a row by the logarithm with an end that is not above 0",
        "Write log:from:to:count with both ends as they are, such as log:0.1:10:100.");
    return new GridValues(log ? logarithmic(from, to, count) : linear(from, to, count), text);
  }

  /** All values of a list, in its order. */
  public static List<Double> all(List<GridValues> parts) {
    return parts.stream().flatMap(part -> part.values.stream()).toList();
  }

  private static List<Double> linear(double from, double to, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(i == count - 1 ? to : from + (to - from) * i / (count - 1));
    }
    return values;
  }

  private static List<Double> logarithmic(double from, double to, int count) {
    List<Double> values = new ArrayList<>();
    for (double exponent : linear(Math.log10(from), Math.log10(to), count)) {
      values.add(Math.pow(10, exponent));
    }
    values.set(0, from);
    values.set(count - 1, to);
    return values;
  }

  @Override
  public String toString() {
    return text;
  }
}
