package org.debye.jobs.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;

/** Rows and columns of an image, {@code 95x95}. */
public record ImageSize(int rows, int columns) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})x([1-9][0-9]{0,6})");

  /** Reads {@code 95x95}. */
  public static ImageSize parse(String text) {
    Matcher parts = FORM.matcher(text);
    InvalidValue.unless(
        parts.matches(), "", "not the size of an image", "Write rows x columns, such as 95x95.");
    int rows = Integer.parseInt(parts.group(1));
    int columns = Integer.parseInt(parts.group(2));
    InvalidValue.unless(
        (long) rows * columns <= Integer.MAX_VALUE,
        "",
        "too large an image",
        "Write rows x columns, such as 95x95.");
    return new ImageSize(rows, columns);
  }

  public int pixels() {
    return rows * columns;
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
