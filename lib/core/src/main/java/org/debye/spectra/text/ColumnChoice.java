package org.debye.spectra.text;

import java.io.Serializable;

/** Which column of a table. */
public sealed interface ColumnChoice extends Serializable {

  /**
   * By its place.
   *
   * @param number counted from 1
   */
  record ByNumber(int number) implements ColumnChoice {
    public ByNumber {
      if (number < 1) {
        throw new IllegalArgumentException("columns are counted from 1, got " + number);
      }
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /** By its name in the file's header, in any case. */
  record ByName(String name) implements ColumnChoice {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Every column that is neither axis nor sigma: a spectrum each. */
  record Remaining() implements ColumnChoice {
    @Override
    public String toString() {
      return "all";
    }
  }

  /** {@code 3}, {@code mutrans} or {@code all}. */
  static ColumnChoice of(String text) {
    if (text.equals("all")) {
      return new Remaining();
    }
    boolean number =
        !text.isEmpty() && text.length() < 7 && text.chars().allMatch(Character::isDigit);
    return number ? new ByNumber(Integer.parseInt(text)) : new ByName(text);
  }
}
