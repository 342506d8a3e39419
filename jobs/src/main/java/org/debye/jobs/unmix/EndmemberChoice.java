package org.debye.jobs.unmix;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;
import org.debye.unmixing.scene.EndmemberCount;

/**
 * How many endmembers: a number, a range of numbers to compare, or a way to find out.
 *
 * @param text as it was written
 */
public record EndmemberChoice(EndmemberCount count, String text) {
  private static final int LEAST = 2;
  private static final int MOST = 50;
  private static final int MOST_COMPARED = 6;
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,4}):([0-9]{1,4})");

  /** Reads {@code 3}, {@code 2:6}, {@code auto} or {@code hysime}. */
  public static EndmemberChoice parse(String text) {
    if (text.equals("auto")) {
      return new EndmemberChoice(new EndmemberCount.Compared(LEAST, MOST_COMPARED), text);
    } else if (text.equals("hysime")) {
      return new EndmemberChoice(new EndmemberCount.SignalDimensions(), text);
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int least = Integer.parseInt(range.group(1));
      int most = Integer.parseInt(range.group(2));
      InvalidValue.unless(
          least >= LEAST && least < most && most <= MOST,
          "",
          "not a range of numbers of endmembers",
          "Write least:most within 2 and 50, such as 2:6.");
      return new EndmemberChoice(new EndmemberCount.Compared(least, most), text);
    }
    InvalidValue.unless(
        text.matches("[0-9]{1,4}")
            && Integer.parseInt(text) >= LEAST
            && Integer.parseInt(text) <= MOST,
        "",
        "not a number of endmembers",
        "Write a number from 2 to 50, a range such as 2:6 to compare, auto or hysime.");
    return new EndmemberChoice(new EndmemberCount.Known(Integer.parseInt(text)), text);
  }

  @Override
  public String toString() {
    return text;
  }
}
