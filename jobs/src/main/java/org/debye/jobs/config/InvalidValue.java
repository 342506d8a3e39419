package org.debye.jobs.config;

import java.util.Collection;
import java.util.HashSet;

/**
 * Thrown by a configuration record's compact constructor for a value that cannot be meant. The
 * binder turns it into a {@link ConfigProblem} with the key and the line.
 */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String component;
  private final String remedy;

  /**
   * Makes one.
   *
   * @param component the record component's name as in the code, or empty for the record as a whole
   * @param problem without a full stop
   * @param remedy a sentence
   */
  public InvalidValue(String component, String problem, String remedy) {
    super(problem);
    this.component = component;
    this.remedy = remedy;
  }

  /** Throws unless the value is possible. */
  public static void unless(boolean possible, String component, String problem, String remedy) {
    if (!possible) {
      throw new InvalidValue(component, problem, remedy);
    }
  }

  String component() {
    return component;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  String remedy() {
    return remedy;
  }

  /** Refuses a list that is empty or has one value twice. */
  public static void unlessDistinct(Collection<?> values, String component, String remedy) {
    unless(!values.isEmpty(), component, "none is named", remedy);
    unless(
        new HashSet<>(values).size() == values.size(),
        component,
        "one is named twice",
        "Name each once.");
  }
}
