package org.debye.unmixing.posterior;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** CPU time of the thread that asks, which other work on the machine does not lengthen. */
public final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long start = THREADS.getCurrentThreadCpuTime();

  /** Seconds of this thread's CPU time since the clock was made. */
  public double seconds() {
    return (THREADS.getCurrentThreadCpuTime() - start) * 1e-9;
  }
}
