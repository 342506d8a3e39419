package org.debye.spark.reduce;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told how a run goes on; called from the driver's threads, never from two at once. */
public interface ReduceProgress {
  /** Says nothing. */
  ReduceProgress SILENT =
      new ReduceProgress() {
        @Override
        public void at(State state) {}

        @Override
        public void line(String text) {}
      };

  /** The same, called by one thread at a time. */
  static ReduceProgress serial(ReduceProgress progress) {
    return new ReduceProgress() {
      @Override
      public synchronized void at(State state) {
        progress.at(state);
      }

      @Override
      public synchronized void line(String text) {
        progress.line(text);
      }
    };
  }

  /** About once a second, and at the end. */
  void at(State state);

  /** Something to be said of one dataset: it is no raw data, it failed, a warning. */
  void line(String text);

  /**
   * How far a run is.
   *
   * @param datasets committed or failed, of {@code datasetsInAll}
   * @param spectra integrated so far, committed or not
   * @param framesPerSecond raw frames since the run began, planning included
   * @param problems partial and failed datasets
   * @param left estimate; null before the first batch has ended
   */
  record State(
      long datasets,
      long datasetsInAll,
      long spectra,
      double framesPerSecond,
      long problems,
      @Nullable Duration left) {}
}
