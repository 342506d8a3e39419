package org.debye.spark.sweep;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Runs a cell, keeps what it throws within it, and takes its time.
 *
 * @param outcome what became of it
 * @param cpuSeconds of this thread
 */
record CellMeasurement(CellOutcome outcome, double cpuSeconds, double wallSeconds) {
  private static final System.Logger LOG = System.getLogger(CellMeasurement.class.getName());
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How many lines of an exception go into the row. */
  private static final int FRAMES = 4;

  /** Whether others share the memory, so that one's lack of it may be another's fault. */
  enum Company {
    OTHERS,
    NONE
  }

  /**
   * Runs a cell.
   *
   * @return empty where the memory did not do in company: to be tried again in none
   * @throws Error where the JVM cannot go on
   */
  static Optional<CellMeasurement> of(SweepCell cell, Company company) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    Optional<CellOutcome> outcome = outcome(cell, company);
    double cpuSeconds = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
    double wallSeconds = (System.nanoTime() - wall) / 1e9;
    return outcome.map(one -> new CellMeasurement(one, cpuSeconds, wallSeconds));
  }

  private static Optional<CellOutcome> outcome(SweepCell cell, Company company) {
    try {
      return Optional.of(cell.run());
    } catch (InputException e) {
      return Optional.of(new CellOutcome.Failed(e.code(), String.valueOf(e.getMessage())));
    } catch (OutOfMemoryError e) {
      LOG.log(System.Logger.Level.WARNING, cell.id() + " has run out of memory", e);
      return company == Company.OTHERS ? Optional.empty() : Optional.of(outOfMemory(cell, e));
    } catch (StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, cell.id() + " has overflown its stack");
      return Optional.of(new CellOutcome.Failed(FailureCode.INTERNAL, internal(cell, e)));
    } catch (Exception | AssertionError | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, cell.id() + " has failed", e);
      return Optional.of(new CellOutcome.Failed(FailureCode.INTERNAL, internal(cell, e)));
    }
  }

  private static CellOutcome outOfMemory(SweepCell cell, OutOfMemoryError e) {
    return new CellOutcome.Failed(
        FailureCode.OUT_OF_MEMORY,
        cell.id()
            + ": it needs more memory than there is, even alone ("
            + e.getMessage()
            + "). Raise spark.driver.memory, on a cluster spark.executor.memory, and set"
            + " retry-failed=true.");
  }

  private static String internal(SweepCell cell, Throwable e) {
    String frames =
        Arrays.stream(e.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining("; at "));
    return cell.id()
        + ": a defect ("
        + e
        + (frames.isEmpty() ? "" : "; at " + frames)
        + "). Please report it with the log; nothing else was stopped by it.";
  }
}
