package org.debye.jobs.config;

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
}
