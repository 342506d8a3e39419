package org.debye.jobs.reduce;

import java.time.Duration;
import java.util.Locale;
import org.debye.jobs.Console;
import org.debye.spark.reduce.ReduceProgress;

/**
 * Shows how far the run is: a line that is drawn over on a terminal, and elsewhere a plain line
 * every ten seconds and at the end.
 */
final class ProgressReport implements ReduceProgress {
  private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final Console console;
  private long lastPlain = System.nanoTime();

  ProgressReport(Console console) {
    this.console = console;
  }

  @Override
  public void at(State state) {
    boolean ended = state.datasetsInAll() > 0 && state.datasets() == state.datasetsInAll();
    long now = System.nanoTime();
    if (console.terminal()) {
      console.progress(text(state));
    } else if (ended || now - lastPlain >= PLAIN_EVERY_NANOS) {
      lastPlain = now;
      console.progress("debye: " + text(state));
    }
  }

  @Override
  public void line(String text) {
    console.error("debye: " + text);
  }

  static String text(State state) {
    String problems = state.problems() == 0 ? "" : ", " + state.problems() + " with failures";
    Duration left = state.left();
    return String.format(
        Locale.ROOT,
        "%,d of %,d datasets, %,d spectra, %.0f frames/s%s%s",
        state.datasets(),
        state.datasetsInAll(),
        state.spectra(),
        state.framesPerSecond(),
        problems,
        left == null ? "" : ", " + words(left) + " left");
  }

  /** {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String words(Duration time) {
    long seconds = time.plusMillis(500).toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
