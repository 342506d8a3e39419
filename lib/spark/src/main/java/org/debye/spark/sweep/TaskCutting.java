package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts cells into tasks: one each, but tiny ones together, since the start of a task and the note
 * of its result cost some milliseconds.
 */
final class TaskCutting {
  /** Seconds of a task of tiny cells. */
  private static final double SECONDS = 1;

  /** Cells of a task, however tiny they say they are. */
  private static final int CELLS = 1000;

  /** Tasks for each core, so that those at the end hold up little. */
  private static final int TASKS_PER_CORE = 8;

  private TaskCutting() {}

  /**
   * Cuts.
   *
   * @param cells longest first; their order is kept
   * @param cores that work at a time
   */
  static List<List<SweepCell>> cut(List<SweepCell> cells, int cores) {
    int fewest = cores * TASKS_PER_CORE;
    double inAll = cells.stream().mapToDouble(SweepCell::cost).sum();
    double seconds = Math.min(SECONDS, inAll / fewest);
    int most = Math.max(1, Math.min(CELLS, cells.size() / fewest));
    List<List<SweepCell>> tasks = new ArrayList<>();
    List<SweepCell> task = new ArrayList<>();
    double full = 0;
    for (SweepCell cell : cells) {
      if (!task.isEmpty() && (full + cell.cost() > seconds || task.size() == most)) {
        tasks.add(task);
        task = new ArrayList<>();
        full = 0;
      }
      task.add(cell);
      full += cell.cost();
    }
    if (!task.isEmpty()) {
      tasks.add(task);
    }
    return tasks;
  }
}
