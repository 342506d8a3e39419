package org.debye.jobs;

/** What the process tells its caller. */
public enum ExitCode {
  /** All done. */
  DONE(0),
  /** A defect of ours; the stack trace is shown. */
  DEFECT(1),
  /** Nothing done, and the user can mend it. */
  USER_CAN_MEND(2),
  /** Finished, but some datasets failed; they are listed. */
  SOME_FAILED(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
