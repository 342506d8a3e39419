package org.debye.jobs.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Frames {@code first:last}, counted from 0, both included.
 *
 * @param last null for the stack's last
 */
public record FrameRange(long first, @Nullable Long last) {
  private static final Pattern FORM = Pattern.compile("([0-9]{0,18}):([0-9]{0,18})");

  /** Reads {@code 10:19}, {@code 10:} or {@code :19}. */
  public static FrameRange parse(String text) {
    Matcher ends = FORM.matcher(text);
    InvalidValue.unless(
        ends.matches(), "", "not a range of frames", "Write first:last, such as 10:19 or 10:.");
    long first = ends.group(1).isEmpty() ? 0 : Long.parseLong(ends.group(1));
    Long last = ends.group(2).isEmpty() ? null : Long.valueOf(ends.group(2));
    InvalidValue.unless(
        last == null || last >= first,
        "",
        "a range that ends before it begins",
        "Write first:last with last at or above first.");
    return new FrameRange(first, last);
  }

  /** Whether a frame lies within. */
  public boolean contains(long frame) {
    return frame >= first && (last == null || frame <= last);
  }

  @Override
  public String toString() {
    return first + ":" + (last == null ? "" : last);
  }
}
