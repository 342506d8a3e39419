package org.debye.jobs.study.absorption;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.SweepResultRow;

/**
 * Cells of a study with their results.
 *
 * @param <C> their kind
 */
public final class CellRows<C extends SweepCell> {
  private final List<C> cells;
  private final Map<String, SweepResultRow> rows = new HashMap<>();

  /**
   * Puts rows to the cells that they belong to.
   *
   * @param rows of these cells, in any order; some may be missing or failed
   */
  public CellRows(List<C> cells, List<SweepResultRow> rows) {
    this.cells = cells;
    rows.stream()
        .filter(row -> !row.arrays().isEmpty())
        .forEach(row -> this.rows.put(row.cellId(), row));
  }

  /** Rows of some cells, in the order of the cells; without those that have no result. */
  public SweepResultRow[] of(Predicate<C> wanted) {
    return cells.stream()
        .filter(wanted)
        .map(cell -> rows.get(cell.id()))
        .filter(row -> row != null)
        .toArray(SweepResultRow[]::new);
  }

  /** One number of each row. */
  public static double[] metric(SweepResultRow[] of, String name) {
    return Arrays.stream(of)
        .mapToDouble(row -> row.metrics().getOrDefault(name, Double.NaN))
        .toArray();
  }

  /** An array of a row, which has it. */
  public static double[] array(SweepResultRow row, String name) {
    double[] values = row.arrays().get(name);
    if (values == null) {
      throw new IllegalStateException(row.cellId() + " has no " + name);
    }
    return values;
  }
}
