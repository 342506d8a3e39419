package org.debye.spark.sweep;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Is told how a sweep goes on; called from the driver's threads, never from two at once. */
public interface SweepProgress {
  /** Says nothing. */
  SweepProgress SILENT =
      new SweepProgress() {
        @Override
        public void at(State state) {}

        @Override
        public void line(String text) {}
      };

  /** The same, called by one thread at a time. */
  static SweepProgress serial(SweepProgress progress) {
    return new SweepProgress() {
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

  /** Something to be said of one cell: it failed, it was flagged. */
  void line(String text);

  /**
   * How far a sweep is.
   *
   * @param finished cells that have ended in this run or were taken over from a killed one, of
   *     {@code inAll}; they are durable, committed or not
   * @param inAll cells to be done by this run; those that the tables hold already do not count
   * @param flagged of the finished
   * @param failed of the finished
   * @param left estimate; null before the first cell has ended
   */
  record State(long finished, long inAll, long flagged, long failed, @Nullable Duration left) {}
}
