package org.debye.learning.collective;

/**
 * A rank has died, has not come, does not answer in time, or belongs to an attempt that has been
 * given up. The message is whole sentences. What was computed since the last checkpoint is lost;
 * another attempt may succeed.
 */
public final class LostRankException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRankException(String message) {
    super(message);
  }

  LostRankException(String message, Throwable cause) {
    super(message + " (" + reason(cause) + ")", cause);
  }

  /** libtorch's message without its place in C++ and its stack trace. */
  private static String reason(Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    String line = text.lines().findFirst().orElse("no reason given");
    return line.replaceFirst("^\\[[^\\]]*\\.(cc|cpp|h):\\d+\\] *", "").strip();
  }
}
