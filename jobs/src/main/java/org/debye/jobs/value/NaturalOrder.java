package org.debye.jobs.value;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as a reader sorts them, their numbers by value: bins-2 before bins-16. */
public final class NaturalOrder implements Comparator<String> {
  /** The only one. */
  public static final NaturalOrder OF_NAMES = new NaturalOrder();

  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    Matcher own = PART.matcher(one);
    Matcher theirs = PART.matcher(other);
    while (own.find() && theirs.find()) {
      int order = ofParts(own.group(), theirs.group());
      if (order != 0) {
        return order;
      }
    }
    // One begins with the other, or they differ in leading zeros alone.
    return one.compareTo(other);
  }

  private static int ofParts(String one, String other) {
    return number(one) && number(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean number(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
