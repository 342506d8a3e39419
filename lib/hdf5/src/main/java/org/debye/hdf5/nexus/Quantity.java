package org.debye.hdf5.nexus;

import java.util.List;
import java.util.function.Function;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/** A field with a unit, read as numbers in another. */
final class Quantity {
  private final NexusValues values;
  private final List<String> warnings;

  Quantity(NexusValues values, List<String> warnings) {
    this.values = values;
    this.warnings = warnings;
  }

  /**
   * The numbers of a field, converted.
   *
   * @param factor of a unit name, null for one that is unknown
   * @param assumed unit that NeXus means where the field has none; the user is told
   * @return length 0 where there is no such field, no number or no known unit
   */
  double[] read(
      @Nullable Located field, Function<String, @Nullable Double> factor, String assumed) {
    if (field == null) {
      return new double[0];
    }
    double[] numbers = values.numbers(field);
    if (numbers.length == 0) {
      return numbers;
    }
    String unit = values.unit(field);
    if (unit == null || unit.isBlank()) {
      warnings.add(field.where() + " has no unit; read as " + assumed + ", as NeXus has it.");
      unit = assumed;
    }
    Double scale = factor.apply(unit);
    if (scale == null) {
      warnings.add(field.where() + " is in " + unit + ", which is not known; it is left out.");
      return new double[0];
    }
    double[] converted = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      converted[i] = numbers[i] * scale;
    }
    return converted;
  }

  /** The first number that is positive and finite, or null. */
  @Nullable Double positive(
      @Nullable Located field, Function<String, @Nullable Double> factor, String assumed) {
    for (double value : read(field, factor, assumed)) {
      if (value > 0 && Double.isFinite(value)) {
        return value;
      }
    }
    return null;
  }
}
