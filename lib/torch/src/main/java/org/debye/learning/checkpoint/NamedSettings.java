package org.debye.learning.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name, as JSON holds them: whole numbers, finite numbers, texts, truth values, and
 * lists of these. Equal settings are written alike. Immutable.
 */
public final class NamedSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SortedMap<String, Object> values;

  private NamedSettings(SortedMap<String, Object> values) {
    this.values = values;
  }

  /**
   * Settings of these values.
   *
   * @throws IllegalArgumentException where one is of no type of those above
   */
  @JsonCreator
  public static NamedSettings of(Map<String, ?> values) {
    SortedMap<String, Object> kept = new TreeMap<>();
    values.forEach((name, value) -> kept.put(name, plain(name, value)));
    return new NamedSettings(Collections.unmodifiableSortedMap(kept));
  }

  /** All, sorted by name; numbers are {@link Long} or {@link Double}. */
  @JsonValue
  public SortedMap<String, Object> values() {
    return values;
  }

  /**
   * A whole number.
   *
   * @throws InputException where there is none of this name
   */
  public long integer(String name) {
    return value(name, Long.class, "whole number");
  }

  /**
   * A number; a whole one will do.
   *
   * @throws InputException where there is none of this name
   */
  public double number(String name) {
    return value(name, Number.class, "number").doubleValue();
  }

  /**
   * A text.
   *
   * @throws InputException where there is none of this name
   */
  public String text(String name) {
    return value(name, String.class, "text");
  }

  /**
   * A truth value.
   *
   * @throws InputException where there is none of this name
   */
  public boolean flag(String name) {
    return value(name, Boolean.class, "truth value");
  }

  /**
   * A list of whole numbers.
   *
   * @throws InputException where there is none of this name
   */
  public List<Long> integers(String name) {
    List<Long> numbers = new ArrayList<>();
    for (Object element : value(name, List.class, "list")) {
      if (!(element instanceof Long number)) {
        throw wrong(name, "list of whole numbers");
      }
      numbers.add(number);
    }
    return numbers;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NamedSettings settings && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private <T> T value(String name, Class<T> type, String kind) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw wrong(name, kind);
    }
    return type.cast(value);
  }

  private InputException wrong(String name, String kind) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        "model card",
        "setting '" + name + "' is no " + kind + " (it has " + values + ")",
        "Take the model with the release of Debye that its card names, or train it again.");
  }

  private static Object plain(String name, @Nullable Object value) {
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return ((Number) value).longValue();
    }
    if ((value instanceof Double || value instanceof Float)
        && Double.isFinite(((Number) value).doubleValue())) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(plain(name, element)));
      return List.copyOf(elements);
    }
    throw new IllegalArgumentException("setting '" + name + "' cannot be " + value);
  }
}
