package org.debye.numeric;

import java.util.Arrays;

/**
 * The linear assignment problem by shortest augmenting paths with potentials (the Hungarian method
 * of Kuhn 1955 in the form of Jonker and Volgenant 1987, Computing 38:325-340, without their
 * reductions), O(n^2 m) for n = min(rows, columns).
 */
public final class Assignment {
  /** In the answer for a row that gets no column, when there are more rows than columns. */
  public static final int NONE = -1;

  private final int rows;
  private final int columns;
  private final double[] cost;
  private final boolean transposed;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOf;
  private final int[] previous;
  private final double[] distance;
  private final boolean[] reached;

  private Assignment(double[] cost, int rows, int columns) {
    this.cost = cost;
    transposed = rows > columns;
    this.rows = Math.min(rows, columns);
    this.columns = Math.max(rows, columns);
    // Column 0 is the root of every search; true columns count from 1.
    rowPotential = new double[this.rows + 1];
    columnPotential = new double[this.columns + 1];
    rowOf = new int[this.columns + 1];
    previous = new int[this.columns + 1];
    distance = new double[this.columns + 1];
    reached = new boolean[this.columns + 1];
  }

  /**
   * Matches rows with columns, each at most once and as many as can be, at the least total cost.
   *
   * @param cost rows x columns, row major, finite; not modified
   * @return for each row its column, or {@link #NONE}
   * @throws IllegalArgumentException if a cost is not finite or the sizes do not fit
   */
  public static int[] minimise(double[] cost, int rows, int columns) {
    if (rows < 1 || columns < 1 || cost.length != rows * columns) {
      throw new IllegalArgumentException(
          cost.length + " costs for " + rows + " rows and " + columns + " columns");
    }
    for (double entry : cost) {
      if (!Double.isFinite(entry)) {
        throw new IllegalArgumentException("a cost is not finite");
      }
    }
    Assignment search = new Assignment(cost, rows, columns);
    for (int row = 1; row <= search.rows; row++) {
      search.augment(row);
    }
    return search.answer();
  }

  /** The sum of the costs that an answer of {@link #minimise} stands for. */
  public static double total(double[] cost, int columns, int[] columnOfRow) {
    double sum = 0;
    for (int row = 0; row < columnOfRow.length; row++) {
      if (columnOfRow[row] != NONE) {
        sum += cost[row * columns + columnOfRow[row]];
      }
    }
    return sum;
  }

  private double cost(int row, int column) {
    return transposed
        ? cost[(column - 1) * rows + row - 1]
        : cost[(row - 1) * columns + column - 1];
  }

  private void augment(int newRow) {
    rowOf[0] = newRow;
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(reached, false);
    int column = 0;
    while (column == 0 || rowOf[column] != 0) {
      column = nearest(column);
    }
    while (column != 0) {
      rowOf[column] = rowOf[previous[column]];
      column = previous[column];
    }
  }

  /** Relaxes the columns from one just reached; the nearest of those not yet reached. */
  private int nearest(int from) {
    reached[from] = true;
    int row = rowOf[from];
    int best = 0;
    double step = Double.POSITIVE_INFINITY;
    for (int column = 1; column <= columns; column++) {
      if (reached[column]) {
        continue;
      }
      double reduced = cost(row, column) - rowPotential[row] - columnPotential[column];
      if (reduced < distance[column]) {
        distance[column] = reduced;
        previous[column] = from;
      }
      if (best == 0 || distance[column] < step) {
        step = distance[column];
        best = column;
      }
    }
    shift(step);
    return best;
  }

  private void shift(double step) {
    for (int column = 0; column <= columns; column++) {
      if (reached[column]) {
        rowPotential[rowOf[column]] += step;
        columnPotential[column] -= step;
      } else {
        distance[column] -= step;
      }
    }
  }

  private int[] answer() {
    int[] matched = new int[transposed ? columns : rows];
    Arrays.fill(matched, NONE);
    for (int column = 1; column <= columns; column++) {
      if (rowOf[column] != 0) {
        if (transposed) {
          matched[column - 1] = rowOf[column] - 1;
        } else {
          matched[rowOf[column] - 1] = column - 1;
        }
      }
    }
    return matched;
  }
}
