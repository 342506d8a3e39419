package org.debye.figures;

import java.util.Arrays;
import org.jfree.data.Range;

/**
 * Which part of the plane the points of a study stand for: the cells of their grid where they make
 * a complete one, else as an {@link ErrorMaps.Tiling} says.
 */
final class StudyCells {
  private static final double POINTS_A_BIN = 3;
  private static final int MOST_BINS = 12;

  /** Which cell holds a place. */
  private interface Lookup {
    int cell(double x, double y);
  }

  private final Range across;
  private final Range up;
  private final Lookup lookup;
  private final int[] cellOf;
  private final int cells;
  private final boolean complete;

  private StudyCells(
      Range across, Range up, Lookup lookup, int[] cellOf, int cells, boolean complete) {
    this.across = across;
    this.up = up;
    this.lookup = lookup;
    this.cellOf = cellOf;
    this.cells = cells;
    this.complete = complete;
  }

  /** Of points on the axes; a point that is not finite has no cell. */
  static StudyCells of(double[] x, double[] y, ErrorMaps.Tiling tiling) {
    double[] columns = distinct(x);
    double[] rows = distinct(y);
    if (columns.length > 1 && rows.length > 1 && complete(x, y, columns, rows)) {
      return grid(x, y, edges(columns), edges(rows), true);
    }
    Range across = new Limits().hold(x).range(0.02);
    Range up = new Limits().hold(y).range(0.02);
    if (tiling == ErrorMaps.Tiling.NEAREST) {
      return nearest(x, y, across, up);
    }
    int finite = columns.length == 0 || rows.length == 0 ? 1 : x.length;
    int side = (int) Math.max(1, Math.min(MOST_BINS, Math.round(Math.sqrt(finite / POINTS_A_BIN))));
    return grid(x, y, even(across, side), even(up, side), false);
  }

  Range across() {
    return across;
  }

  Range up() {
    return up;
  }

  /** Whether the points make a complete grid of their own. */
  boolean isGrid() {
    return complete;
  }

  /** The cell that a place of the axes lies in; -1 where there is none. */
  private int cellAt(double x, double y) {
    return lookup.cell(x, y);
  }

  /** The cells at side x side evenly spread places, row by row from the lowest. */
  int[] raster(int side) {
    int[] raster = new int[side * side];
    for (int i = 0; i < raster.length; i++) {
      int rowBelow = i / side;
      double column = (i % side + 0.5) / side;
      double row = (rowBelow + 0.5) / side;
      raster[i] =
          cellAt(
              across.getLowerBound() + column * across.getLength(),
              up.getLowerBound() + row * up.getLength());
    }
    return raster;
  }

  /** Mean of each cell's finite values; NaN where it has none. */
  double[] means(double[] values) {
    double[] sums = new double[cells];
    int[] counts = new int[cells];
    for (int i = 0; i < values.length; i++) {
      if (cellOf[i] >= 0 && Double.isFinite(values[i])) {
        sums[cellOf[i]] += values[i];
        counts[cellOf[i]]++;
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      sums[cell] = counts[cell] == 0 ? Double.NaN : sums[cell] / counts[cell];
    }
    return sums;
  }

  private static StudyCells grid(
      double[] x, double[] y, double[] columnEdges, double[] rowEdges, boolean complete) {
    int columns = columnEdges.length - 1;
    Lookup lookup =
        (px, py) -> {
          int column = within(columnEdges, px);
          int row = within(rowEdges, py);
          return column < 0 || row < 0 ? -1 : row * columns + column;
        };
    int[] cellOf = new int[x.length];
    Arrays.setAll(cellOf, i -> lookup.cell(x[i], y[i]));
    return new StudyCells(
        new Range(columnEdges[0], columnEdges[columns]),
        new Range(rowEdges[0], rowEdges[rowEdges.length - 1]),
        lookup,
        cellOf,
        columns * (rowEdges.length - 1),
        complete);
  }

  private static StudyCells nearest(double[] x, double[] y, Range across, Range up) {
    Lookup lookup =
        (px, py) -> {
          int best = -1;
          double least = Double.POSITIVE_INFINITY;
          for (int i = 0; i < x.length; i++) {
            double dx = (x[i] - px) / across.getLength();
            double dy = (y[i] - py) / up.getLength();
            double distance = dx * dx + dy * dy;
            if (distance < least) {
              least = distance;
              best = i;
            }
          }
          return best;
        };
    int[] cellOf = new int[x.length];
    Arrays.setAll(cellOf, i -> Double.isFinite(x[i] + y[i]) ? i : -1);
    return new StudyCells(across, up, lookup, cellOf, x.length, false);
  }

  /** Each pair of distinct values once, and no other. */
  private static boolean complete(double[] x, double[] y, double[] columns, double[] rows) {
    if (x.length != columns.length * rows.length) {
      return false;
    }
    boolean[] seen = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      int column = Arrays.binarySearch(columns, x[i]);
      int row = Arrays.binarySearch(rows, y[i]);
      if (column < 0 || row < 0 || seen[row * columns.length + column]) {
        return false;
      }
      seen[row * columns.length + column] = true;
    }
    return true;
  }

  private static double[] distinct(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().distinct().toArray();
  }

  /** Half-way between neighbours, and as far beyond the ends. */
  private static double[] edges(double[] centres) {
    int n = centres.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = 0.5 * (centres[i - 1] + centres[i]);
    }
    edges[0] = centres[0] - (edges[1] - centres[0]);
    edges[n] = centres[n - 1] + (centres[n - 1] - edges[n - 1]);
    return edges;
  }

  private static double[] even(Range range, int cells) {
    double[] edges = new double[cells + 1];
    Arrays.setAll(edges, i -> range.getLowerBound() + range.getLength() * i / cells);
    edges[cells] = range.getUpperBound();
    return edges;
  }

  private static int within(double[] edges, double place) {
    if (!(place >= edges[0] && place <= edges[edges.length - 1])) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, place);
    return Math.min(edges.length - 2, found >= 0 ? found : -found - 2);
  }
}
