package org.debye.classification;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Processor milliseconds of what {@link RivalBenchmark} times, for a machine that is busy with
 * other things: median of runs on one thread, beside {@code src/jmh/python/rivals.py}.
 */
public final class RivalSpeed {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private RivalSpeed() {}

  /** Prints a line for each operation. */
  public static void main(String[] arguments) {
    RivalBenchmark rivals = new RivalBenchmark();
    show("minirocket, one spectrum", 150, rivals::miniRocket);
    show("hydra, one spectrum", 60, rivals::hydra);
    show("ridge, one row", 3000, rivals::ridgeOfOneRow);
    show("endmembers, one spectrum", 3000, rivals::endmembers);
    show("ridge fit", 5, rivals::ridgeFit);
  }

  private static void show(String name, int repeats, Runnable work) {
    double[] times = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long before = CLOCK.getCurrentThreadCpuTime();
      work.run();
      times[i] = (CLOCK.getCurrentThreadCpuTime() - before) / 1e6;
    }
    double[] settled = Arrays.copyOfRange(times, repeats / 3, repeats); // compiled by then
    Arrays.sort(settled);
    System.out.printf("%s: %.3f ms%n", name, settled[settled.length / 2]);
  }
}
