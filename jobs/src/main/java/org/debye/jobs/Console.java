package org.debye.jobs;

import java.io.PrintStream;

/**
 * Where a job's lines go: results to standard output, progress to standard error. On a terminal a
 * progress line is drawn over the one before; elsewhere each is a line of its own. Thread safe.
 */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private int drawn;

  /** Writes to these; {@code terminal} says whether a line of err can be drawn over. */
  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  public boolean terminal() {
    return terminal;
  }

  public synchronized void line(String text) {
    clear();
    out.println(text);
  }

  public synchronized void error(String text) {
    clear();
    err.println(text);
  }

  /** Shows how far things are. */
  public synchronized void progress(String text) {
    if (terminal) {
      clear();
      err.print(text);
      err.flush();
      drawn = text.length();
    } else {
      err.println(text);
    }
  }

  /** The stream itself, for what is exported to it. */
  public PrintStream out() {
    return out;
  }

  private void clear() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }
}
