package org.debye.jobs.report;

import java.time.Duration;
import org.debye.jobs.Console;

/**
 * A line that is drawn over on a terminal, and elsewhere a plain line every ten seconds and at the
 * end.
 */
final class ProgressLine {
  private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private long lastPlain = System.nanoTime();
  private String shown = "";

  ProgressLine(Console console) {
    this.console = console;
  }

  /** Shows how far things are, if it is time to. */
  void show(String text, boolean ended) {
    long now = System.nanoTime();
    if (text.equals(shown)) {
      return;
    }
    if (console.terminal()) {
      shown = text;
      console.progress(text);
    } else if (ended || now - lastPlain >= PLAIN_EVERY_NANOS) {
      shown = text;
      lastPlain = now;
      console.progress("debye: " + text);
    }
  }

  /** A line of its own. */
  void say(String text) {
    console.error("debye: " + text);
  }
}
