package org.debye.augmentation;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * Processor microseconds, the clock's beside them, and allocated bytes of what {@link
 * AugmentationBenchmark} times, for a machine that is busy with other things: medians of batches of
 * views on one thread.
 */
public final class AugmentationSpeed {
  private static final com.sun.management.ThreadMXBean CLOCK =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 300;
  private static final int VIEWS = 64;

  private AugmentationSpeed() {}

  /** Prints a line for each chain. */
  public static void main(String[] arguments) {
    // all kinds first, so that none is compiled as if it were the only one
    for (int pass = 0; pass < 2; pass++) {
      for (String chain :
          List.of(
              "warps",
              "magnitude",
              "angle",
              "slice",
              "shift",
              "scaling",
              "jitter",
              "range",
              "copy")) {
        show(chain, pass > 0);
      }
    }
  }

  private static void show(String chain, boolean printed) {
    AugmentationBenchmark work = new AugmentationBenchmark();
    work.chain = chain;
    work.draw();
    double[] processor = new double[BATCHES];
    double[] elapsed = new double[BATCHES];
    long bytes = 0;
    for (int i = 0; i < BATCHES; i++) {
      long allocated = CLOCK.getThreadAllocatedBytes(Thread.currentThread().getId());
      long start = System.nanoTime();
      long before = CLOCK.getCurrentThreadCpuTime();
      for (int v = 0; v < VIEWS; v++) {
        work.view();
      }
      processor[i] = (CLOCK.getCurrentThreadCpuTime() - before) / 1e3 / VIEWS;
      elapsed[i] = (System.nanoTime() - start) / 1e3 / VIEWS;
      bytes = CLOCK.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
    }
    if (printed) {
      System.out.printf(
          "%s: %.1f us, elapsed %.1f us, %d bytes%n",
          chain, median(processor), median(elapsed), bytes / VIEWS);
    }
  }

  private static double median(double[] times) {
    double[] settled = Arrays.copyOfRange(times, times.length / 3, times.length);
    Arrays.sort(settled);
    return settled[settled.length / 2];
  }
}
