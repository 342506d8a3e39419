package org.debye.spark.training;

import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.util.LongAccumulator;

/** Tells a progress what a counter shows, until it is closed. */
final class InspectionWatch implements Closeable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "debye-inspection");
            thread.setDaemon(true);
            return thread;
          });

  private final InspectionProgress progress;

  InspectionWatch(InspectionProgress progress) {
    this.progress = progress;
  }

  /** Begins. */
  void follow(LongAccumulator counter, long inAll) {
    Future<?> unused =
        clock.scheduleAtFixedRate(
            () -> progress.at(counter.value(), inAll), 1, 1, TimeUnit.SECONDS);
  }

  /** Tells nothing any more, once it has returned. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
