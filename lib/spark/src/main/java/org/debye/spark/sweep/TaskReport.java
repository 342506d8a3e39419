package org.debye.spark.sweep;

import java.io.Serializable;
import java.util.List;
import org.debye.spark.table.CellStatus;

/**
 * What a task tells the driver: where the results are, and next to nothing of what is in them.
 *
 * @param notes of its finished cells
 * @param outOfMemory ids of cells that are to be tried again with nothing else running beside them
 */
record TaskReport(List<Note> notes, List<String> outOfMemory) implements Serializable {

  /**
   * A durable note.
   *
   * @param name to read it by
   */
  record Note(String name, List<Ended> cells) implements Serializable {}

  /**
   * One finished cell.
   *
   * @param message empty for a cell in order
   */
  record Ended(
      String id,
      String kind,
      double cost,
      CellStatus status,
      String message,
      double cpuSeconds,
      double wallSeconds)
      implements Serializable {}
}
