package org.debye.failure;

/**
 * Something that the scientist can mend. The message is whole sentences: where, what is wrong, what
 * to do. It is shown without a stack trace. Anything else that is thrown is a defect of ours.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  private InputException(FailureCode code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * Makes one from its parts.
   *
   * @param where file, dataset path and frame, as far as known: {@code
   *     scan_0042.h5:/entry/data[17]}
   * @param problem what is wrong, without a full stop
   * @param remedy what to do, a sentence with its full stop
   */
  public static InputException of(FailureCode code, String where, String problem, String remedy) {
    return new InputException(code, where + ": " + problem + ". " + remedy);
  }

  /** The same, keeping the exception that was the cause. */
  public static InputException of(
      FailureCode code, String where, String problem, String remedy, Throwable cause) {
    InputException made = of(code, where, problem, remedy);
    made.initCause(cause);
    return made;
  }

  public FailureCode code() {
    return code;
  }
}
