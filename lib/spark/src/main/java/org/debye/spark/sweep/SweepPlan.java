package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.provenance.Digest;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultsTable;

/**
 * What is to be done: the cells whose row the table does not hold, or holds out of date.
 *
 * @param todo by id
 * @param replaced ids of those of them that have a row, which is to go
 * @param unchanged ids of the others
 * @param failedBefore number of those of the unchanged that failed
 */
record SweepPlan(
    Map<String, SweepCell> todo, List<String> replaced, List<String> unchanged, long failedBefore) {

  /**
   * Compares cells with what the table holds.
   *
   * @throws InputException where two cells have one id
   */
  static SweepPlan of(
      List<? extends SweepCell> cells,
      Map<String, SweepResultsTable.State> states,
      SweepSettings settings) {
    Map<String, SweepCell> todo = new HashMap<>();
    List<String> replaced = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    long failedBefore = 0;
    for (SweepCell cell : checked(cells).values()) {
      SweepResultsTable.State state = states.get(cell.id());
      boolean failed = state != null && state.status() == CellStatus.FAILED;
      if (state == null) {
        todo.put(cell.id(), cell);
      } else if (!state.fingerprint().equals(fingerprint(cell, settings))
          || (failed && settings.retryFailed())) {
        todo.put(cell.id(), cell);
        replaced.add(cell.id());
      } else {
        unchanged.add(cell.id());
        failedBefore += failed ? 1 : 0;
      }
    }
    return new SweepPlan(todo, replaced, unchanged, failedBefore);
  }

  /** What a row of a cell is up to date by. */
  static String fingerprint(SweepCell cell, SweepSettings settings) {
    return fingerprint(cell, settings.configurationHash());
  }

  static String fingerprint(SweepCell cell, String configurationHash) {
    Digest digest = new Digest().add(cell.kind()).add(configurationHash);
    new TreeMap<>(cell.parameters()).forEach((name, value) -> digest.add(name).add(value));
    return digest.hex();
  }

  /** Longest first, so that the end is short; the order of equals is that of their ids. */
  static List<SweepCell> longestFirst(Iterable<SweepCell> cells) {
    List<SweepCell> ordered = new ArrayList<>();
    cells.forEach(ordered::add);
    ordered.sort(
        Comparator.comparingDouble(SweepCell::cost).reversed().thenComparing(SweepCell::id));
    return ordered;
  }

  private static Map<String, SweepCell> checked(List<? extends SweepCell> cells) {
    Map<String, SweepCell> byId = new TreeMap<>();
    for (SweepCell cell : cells) {
      if (cell.id().isBlank() || !(cell.cost() >= 0) || Double.isInfinite(cell.cost())) {
        throw new IllegalArgumentException(
            "a cell has an id and a cost: '" + cell.id() + "', " + cell.cost());
      }
      SweepCell other = byId.put(cell.id(), cell);
      if (other != null) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            cell.id(),
            "two cells of the sweep have this id, with "
                + describe(other)
                + " and "
                + describe(cell),
            "Leave out what comes twice in the grid.");
      }
    }
    return byId;
  }

  private static String describe(SweepCell cell) {
    return new TreeMap<>(cell.parameters()).toString();
  }
}
