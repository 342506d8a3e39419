package org.debye.hdf5.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** A file system that refuses, in words for the user. */
public final class Refusal {
  private Refusal() {}

  /**
   * The failure {@code UNREADABLE_FILE}.
   *
   * @param where file, and what of it
   * @param what was refused: "cannot be opened"
   */
  public static InputException of(String where, String what, IOException cause) {
    // Its message is the path only.
    String why =
        cause instanceof AccessDeniedException
            ? "permission denied"
            : String.valueOf(cause.getMessage());
    return InputException.of(
        FailureCode.UNREADABLE_FILE,
        where,
        what + ": " + why,
        "Check the permissions and the file system, then run again.",
        cause);
  }
}
