package org.debye.jobs.value;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.debye.jobs.config.InvalidValue;

/**
 * A wavelength, written with its unit or as a photon energy; a bare number is refused, since metres
 * and angstroms are both common.
 *
 * @param metres within 1e-13 and 1e-8
 */
public record Wavelength(double metres) {
  /** Planck's constant times the speed of light, eV m (exact in the SI of 2019). */
  private static final double EV_METRES = 1.2398419843320026e-6;

  private static final Pattern FORM =
      Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?) ?(m|nm|pm|A|Å|angstrom|eV|keV)");

  /** Reads {@code 0.4836A}, {@code 4.836e-11m}, {@code 48.36pm} or {@code 25.64keV}. */
  public static Wavelength parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    InvalidValue.unless(
        parts.matches(),
        "",
        "not a wavelength with its unit",
        "Write 0.4836A, 4.836e-11m or, as photon energy, 25.64keV.");
    double value = Double.parseDouble(parts.group(1));
    double metres =
        switch (parts.group(2)) {
          case "m" -> value;
          case "nm" -> value * 1e-9;
          case "pm" -> value * 1e-12;
          case "eV" -> EV_METRES / value;
          case "keV" -> EV_METRES / (1000 * value);
          default -> value * 1e-10;
        };
    InvalidValue.unless(
        metres >= 1e-13 && metres <= 1e-8,
        "",
        String.format(Locale.ROOT, "%.3g m, which is no X-ray", metres),
        "Check the unit: 0.4836A, 4.836e-11m or 25.64keV.");
    return new Wavelength(metres);
  }

  @Override
  public String toString() {
    return metres + "m";
  }
}
