package org.debye.figures;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something that was measured beside the frames, as pressure.
 *
 * @param label with its unit, as {@code Pressure (GPa)}
 * @param values one for each frame, NaN where unknown
 */
public record Condition(String label, double[] values) {
  public Condition {
    if (label.isEmpty() || values.length == 0) {
      throw new IllegalArgumentException("condition '" + label + "' needs a name and values");
    }
  }

  /** From a column's name: {@code pressure_GPa} becomes {@code Pressure (GPa)}. */
  public static Condition named(String name, double[] values) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a condition needs a name");
    }
    int unit = name.lastIndexOf('_');
    boolean named = unit > 0 && unit < name.length() - 1;
    String label =
        named
            ? name.substring(0, unit).replace('_', ' ') + " (" + name.substring(unit + 1) + ")"
            : name;
    return new Condition(
        label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1), values);
  }

  /** As a tick or curve label, or empty where it is unknown. */
  String text(double frame) {
    int index = (int) Math.round(frame);
    if (index < 0 || index >= values.length || !Double.isFinite(values[index])) {
      return "";
    }
    double largest = Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    double value = values[index];
    int digits =
        largest == 0 ? 0 : (int) Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(largest))));
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
