package org.debye.jobs.report;

import java.time.Duration;
import java.util.Locale;
import org.debye.jobs.Console;
import org.debye.spark.reduce.ReduceProgress;

/** Shows how far a run of reduce or import is. */
public final class ProgressReport implements ReduceProgress {
  private final ProgressLine line;

  /** Reports to the console. */
  public ProgressReport(Console console) {
    this.line = new ProgressLine(console);
  }

  @Override
  public void at(State state) {
    line.show(text(state), state.datasetsInAll() > 0 && state.datasets() == state.datasetsInAll());
  }

  @Override
  public void line(String text) {
    line.say(text);
  }

  static String text(State state) {
    String problems = state.problems() == 0 ? "" : ", " + state.problems() + " with failures";
    Duration left = state.datasets() == state.datasetsInAll() ? null : state.left();
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
