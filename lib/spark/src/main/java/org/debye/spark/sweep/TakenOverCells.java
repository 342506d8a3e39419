package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.FinishedCells;
import org.debye.spark.table.SweepResultRow;

/**
 * What a killed run has finished and not committed.
 *
 * @param notes that are as good as this run's own
 * @param left cells that are to be run
 */
record TakenOverCells(List<TaskReport.Note> notes, Map<String, SweepCell> left) {

  /**
   * Looks through the notes. One whose cells are all to be done, and up to date, is taken; one of
   * cells that this run does not know stays for the run that does; the others go.
   */
  static TakenOverCells of(FinishedCells finished, SweepPlan plan, SweepSettings settings) {
    Map<String, SweepCell> left = new HashMap<>(plan.todo());
    Set<String> unchanged = new HashSet<>(plan.unchanged());
    List<TaskReport.Note> taken = new ArrayList<>();
    for (String name : finished.names()) {
      FinishedCells.Finished note = finished.read(name);
      if (note.rows().stream().allMatch(row -> isWanted(row, left, settings))
          && finished.isWhole(note)) {
        taken.add(new TaskReport.Note(name, ended(note, left)));
        note.rows().forEach(row -> left.remove(row.cellId()));
      } else if (note.rows().stream()
          .anyMatch(
              row -> plan.todo().containsKey(row.cellId()) || unchanged.contains(row.cellId()))) {
        finished.discard(name);
      }
    }
    return new TakenOverCells(taken, left);
  }

  private static boolean isWanted(
      SweepResultRow row, Map<String, SweepCell> left, SweepSettings settings) {
    SweepCell cell = left.get(row.cellId());
    return cell != null
        && row.fingerprint().equals(SweepPlan.fingerprint(cell, settings))
        && !(settings.retryFailed() && row.status() == CellStatus.FAILED);
  }

  private static List<TaskReport.Ended> ended(
      FinishedCells.Finished note, Map<String, SweepCell> left) {
    List<TaskReport.Ended> ended = new ArrayList<>();
    for (SweepResultRow row : note.rows()) {
      SweepCell cell = left.get(row.cellId());
      ended.add(
          new TaskReport.Ended(
              row.cellId(),
              row.kind(),
              cell == null ? 0 : cell.cost(),
              row.status(),
              row.problem() == null ? "" : row.problem().message(),
              row.cpuSeconds(),
              row.wallSeconds()));
    }
    return ended;
  }
}
