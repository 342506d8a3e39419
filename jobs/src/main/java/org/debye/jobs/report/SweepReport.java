package org.debye.jobs.report;

import java.time.Duration;
import java.util.Locale;
import org.debye.jobs.Console;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSummary;

/** Shows how far a sweep is, and what it has done at its end. */
public final class SweepReport implements SweepProgress {
  private final ProgressLine line;
  private final String what;

  /** Reports to the console. */
  public SweepReport(Console console) {
    this(console, "cells");
  }

  /**
   * The same under another name.
   *
   * @param what the cells are, in the plural
   */
  public SweepReport(Console console, String what) {
    this.line = new ProgressLine(console);
    this.what = what;
  }

  @Override
  public void at(State state) {
    line.show(text(state, what), state.inAll() > 0 && state.finished() == state.inAll());
  }

  @Override
  public void line(String text) {
    line.say(text);
  }

  static String text(State state, String what) {
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%,d of %,d %s", state.finished(), state.inAll(), what));
    append(out, state.flagged(), "flagged");
    append(out, state.failed(), "failed");
    Duration left = state.left();
    if (left != null && state.finished() < state.inAll()) {
      out.append(", ").append(ProgressReport.words(left)).append(" left");
    }
    return out.toString();
  }

  /** One line of what was done. */
  public static String text(SweepSummary summary) {
    return text("swept", summary, "cells");
  }

  /**
   * The same in other words.
   *
   * @param verb what was done
   * @param what to which things, in the plural
   */
  public static String text(String verb, SweepSummary summary, String what) {
    long ended = summary.done() + summary.flagged() + summary.failed();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(Locale.ROOT, "%-9s %,d %s", verb, ended, ended == 1 ? one(what) : what));
    append(out, summary.flagged(), "flagged");
    append(out, summary.failed(), "failed");
    append(out, summary.takenOver(), "taken over from a run that was stopped");
    append(out, summary.unchanged(), "unchanged");
    if (summary.failedBefore() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              " (%,d of them failed before; retry-failed=true tries them again)",
              summary.failedBefore()));
    }
    return out.append(
            String.format(
                Locale.ROOT,
                "; %s of work in %s",
                seconds(summary.cpuSeconds()),
                seconds(summary.duration().toMillis() / 1000.0)))
        .toString();
  }

  private static String one(String plural) {
    return plural.replaceFirst("s$", "");
  }

  private static String seconds(double seconds) {
    return seconds < 100
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : ProgressReport.words(Duration.ofMillis(Math.round(1000 * seconds)));
  }

  private static void append(StringBuilder out, long count, String what) {
    if (count > 0) {
      out.append(String.format(Locale.ROOT, ", %,d %s", count, what));
    }
  }
}
