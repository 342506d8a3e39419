package org.debye.jobs.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;
import org.debye.spectra.reduction.Range;

/** Numbers {@code from:to}; an azimuth may pass 180 degrees, with its start above its end. */
public record Interval(double from, double to) {
  private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
  private static final Pattern FORM = Pattern.compile(NUMBER + ":" + NUMBER);

  /** Reads {@code 2.5:20}. */
  public static Interval parse(String text) {
    Matcher ends = FORM.matcher(text);
    InvalidValue.unless(ends.matches(), "", "not a range", "Write from:to, such as 2.5:20.");
    Interval made =
        new Interval(Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)));
    InvalidValue.unless(
        made.from != made.to, "", "a range that is empty", "Write from:to with two ends.");
    return made;
  }

  /** The kernel's interval. */
  public Range range() {
    return new Range(from, to);
  }

  @Override
  public String toString() {
    return from + ":" + to;
  }
}
