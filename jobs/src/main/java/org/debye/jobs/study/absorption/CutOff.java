package org.debye.jobs.study.absorption;

import org.debye.jobs.config.InvalidValue;

/**
 * Where the pre-edge region of an element ends.
 *
 * @param element its symbol
 * @param energy eV
 */
public record CutOff(String element, double energy) {

  /** Reads {@code Fe=7118}. */
  public static CutOff parse(String text) {
    String[] parts = text.split("=", -1);
    boolean written =
        parts.length == 2
            && parts[0].matches("[A-Z][a-z]?")
            && parts[1].matches("[0-9]{1,6}(\\.[0-9]{1,6})?");
    InvalidValue.unless(
        written, "", "not an element and an energy", "Write its symbol and eV, such as Fe=7118.");
    return new CutOff(parts[0], Double.parseDouble(parts[1]));
  }

  @Override
  public String toString() {
    return element + "=" + energy;
  }
}
