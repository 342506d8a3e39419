package org.debye.spark.training;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.BarrierTaskContext;
import org.jspecify.annotations.Nullable;

/** Text from every rank through Spark's driver, which itself would wait for 365 days. */
final class TimedGathering {
  private final BarrierTaskContext task;

  TimedGathering(BarrierTaskContext task) {
    this.task = task;
  }

  /**
   * The texts of all ranks, in their order; null where one has not given its text in time. Nothing
   * more can be gathered then.
   */
  String @Nullable [] gather(String own, Duration limit) throws InterruptedException {
    CompletableFuture<String[]> all = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(all, own), "rank " + task.partitionId() + " gathers");
    thread.setDaemon(true);
    thread.start();
    try {
      return all.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Ends the thread: Spark looks every second whether the task is to be killed.
      task.markInterrupted("a rank has not come");
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Spark has ended the attempt: " + e.getCause(), e.getCause());
    }
  }

  private void complete(CompletableFuture<String[]> all, String own) {
    try {
      all.complete(task.allGather(own));
    } catch (Throwable e) {
      all.completeExceptionally(e);
    }
  }
}
