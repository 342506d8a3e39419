package org.debye.jobs.train;

import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.debye.jobs.Console;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.spark.training.TrainingProgress;

/** Shows the line of the last epoch while ranks train, about once a second. */
final class EpochLines implements Closeable {
  private final Console console;
  private final String name;
  private final TrainingProgress progress;
  private final ScheduledExecutorService timer;
  private String shown = "";

  private EpochLines(Console console, String name, FolderStore store) {
    this.console = console;
    this.name = name;
    this.progress = new TrainingProgress(store);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "epoch lines");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins to look. */
  static EpochLines follow(Console console, String name, FolderStore store) {
    console.progress("debye: " + name + " learns");
    EpochLines lines = new EpochLines(console, name, store);
    @SuppressWarnings("unused") // it ends with its executor
    var looking = lines.timer.scheduleWithFixedDelay(lines::look, 1, 1, TimeUnit.SECONDS);
    return lines;
  }

  private void look() {
    try {
      progress.line().filter(line -> !line.equals(shown)).ifPresent(this::show);
    } catch (RuntimeException e) {
      // The folder may be out of reach for a moment; the next look tells more.
      shown = "";
    }
  }

  private void show(String line) {
    shown = line;
    console.progress("debye: " + name + ": " + line);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
