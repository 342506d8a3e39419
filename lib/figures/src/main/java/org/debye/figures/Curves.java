package org.debye.figures;

import java.awt.geom.Path2D;
import java.util.stream.IntStream;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;

/** Lines with no more points than a picture can show. */
final class Curves {
  private static final int LARGEST_COLUMNS = 1000;

  private Curves() {}

  /** A renderer that draws each series as one path, with gaps where values are NaN. */
  static XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultStroke(FigureStyle.LINE);
    renderer.setAutoPopulateSeriesStroke(false);
    return renderer;
  }

  /**
   * A series of the points, or, of more than 2,000, of the first, lowest, highest and last of each
   * of 1,000 runs, which draws the same line.
   *
   * @param axis ascending or descending, length n
   * @param values length n
   * @param offset added to every value
   */
  static XYSeries series(String key, double[] axis, float[] values, double offset) {
    XYSeries series = new XYSeries(key, false, true);
    int points = axis.length;
    if (points <= 2 * LARGEST_COLUMNS) {
      for (int i = 0; i < points; i++) {
        series.add(axis[i], values[i] + offset, false);
      }
      return series;
    }
    for (int column = 0; column < LARGEST_COLUMNS; column++) {
      int from = (int) ((long) column * points / LARGEST_COLUMNS);
      int to = (int) ((long) (column + 1) * points / LARGEST_COLUMNS);
      addExtremes(series, axis, values, new int[] {from, to}, offset);
    }
    return series;
  }

  /** A line through the points with gaps where one is not finite, thinned in the same way. */
  static Path2D path(double[] x, double[] y) {
    Path2D path = new Path2D.Double();
    int points = x.length;
    boolean thin = points > 2 * LARGEST_COLUMNS;
    boolean open = false;
    int runs = thin ? LARGEST_COLUMNS : points;
    for (int run = 0; run < runs; run++) {
      int from = (int) ((long) run * points / runs);
      int to = (int) ((long) (run + 1) * points / runs);
      for (int i : extremes(y, from, to)) {
        if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
          open = false;
        } else if (open) {
          path.lineTo(x[i], y[i]);
        } else {
          path.moveTo(x[i], y[i]);
          open = true;
        }
      }
    }
    return path;
  }

  /** The first lowest, first highest and last missing of a run, in their order. */
  private static int[] extremes(double[] y, int from, int to) {
    int lowest = -1;
    int highest = -1;
    int missing = -1;
    for (int i = from; i < to; i++) {
      if (Double.isNaN(y[i])) {
        missing = i;
      } else {
        lowest = lowest < 0 || y[i] < y[lowest] ? i : lowest;
        highest = highest < 0 || y[i] > y[highest] ? i : highest;
      }
    }
    return IntStream.of(lowest, highest, missing).filter(i -> i >= 0).sorted().distinct().toArray();
  }

  private static void addExtremes(
      XYSeries series, double[] axis, float[] values, int[] run, double offset) {
    int lowest = -1;
    int highest = -1;
    int missing = -1;
    for (int i = run[0]; i < run[1]; i++) {
      if (Float.isNaN(values[i])) {
        missing = i;
      } else {
        lowest = lowest < 0 || values[i] < values[lowest] ? i : lowest;
        highest = highest < 0 || values[i] > values[highest] ? i : highest;
      }
    }
    for (int i = run[0]; i < run[1]; i++) {
      if (i == lowest || i == highest || i == missing) {
        series.add(axis[i], values[i] + offset, false);
      }
    }
  }
}
