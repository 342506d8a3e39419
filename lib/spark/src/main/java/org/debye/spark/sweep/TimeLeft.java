package org.debye.spark.sweep;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Estimates when a sweep ends, from the costs that cells claim and the times that they took. Tasks
 * begin in their order, as many at a time as there are cores, so the driver knows which ones run.
 *
 * <p>Left is the larger of two bounds on any schedule: the work that remains, spread over the
 * cores, and the longest task that is not finished. A kind's claims are scaled by what its finished
 * cells took, those of a kind without any by what all took.
 */
final class TimeLeft {
  private final List<List<SweepCell>> tasks;
  private final int cores;
  private final double[] begun;
  private final boolean[] finished;
  private final Map<String, Pace> paces = new HashMap<>();
  private final Pace all = new Pace();
  private int launched;

  /** What was claimed, and what it took. */
  private static final class Pace {
    private double claimed;
    private double took;
    private long cells;

    void add(double cost, double seconds) {
      claimed += cost;
      took += seconds;
      cells++;
    }

    double seconds(double cost) {
      return claimed > 0 ? cost * took / claimed : took / cells;
    }
  }

  /**
   * At the beginning.
   *
   * @param tasks in the order in which they are begun
   * @param now seconds on any clock
   */
  TimeLeft(List<List<SweepCell>> tasks, int cores, double now) {
    this.tasks = tasks;
    this.cores = cores;
    this.begun = new double[tasks.size()];
    this.finished = new boolean[tasks.size()];
    for (int i = 0; i < Math.min(cores, tasks.size()); i++) {
      begun[launched++] = now;
    }
  }

  /** A cell of whatever task has taken so long. */
  void took(String kind, double cost, double seconds) {
    paces.computeIfAbsent(kind, name -> new Pace()).add(cost, seconds);
    all.add(cost, seconds);
  }

  /** A task has ended; the next one begins. */
  void ended(int task, double now) {
    finished[task] = true;
    if (launched < tasks.size()) {
      begun[launched++] = now;
    }
  }

  /** Null before the first cell has ended. */
  @Nullable Duration at(double now) {
    if (all.cells == 0) {
      return null;
    }
    double work = 0;
    double longest = 0;
    for (int i = 0; i < tasks.size(); i++) {
      if (!finished[i]) {
        double seconds = 0;
        for (SweepCell cell : tasks.get(i)) {
          seconds += paces.getOrDefault(cell.kind(), all).seconds(cell.cost());
        }
        double left = i < launched ? Math.max(0, seconds - (now - begun[i])) : seconds;
        work += left;
        longest = Math.max(longest, left);
      }
    }
    return Duration.ofMillis(Math.round(1e3 * Math.max(work / cores, longest)));
  }
}
