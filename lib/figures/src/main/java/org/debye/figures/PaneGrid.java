package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jspecify.annotations.Nullable;

/** Panes in rows and columns whose data areas are in line, and colour bars on their right. */
final class PaneGrid {
  private static final double GAP = 16;
  private static final double COLUMN_GAP = 32;
  private static final double STRIP = 18;
  private static final double BAR_ROOM = 96;

  private final double[] widths;
  private final double[] heights;
  private final @Nullable Pane[][] panes;
  private final List<ColourBar> bars = new ArrayList<>();

  /**
   * An empty grid.
   *
   * @param widths of the columns' data areas, as shares
   * @param heights of the rows' data areas, as shares
   */
  PaneGrid(double[] widths, double[] heights) {
    this.widths = widths;
    this.heights = heights;
    panes = new Pane[heights.length][widths.length];
  }

  /** Rows and columns of one size. */
  static PaneGrid even(int rows, int columns) {
    double[] widths = new double[columns];
    double[] heights = new double[rows];
    Arrays.fill(widths, 1);
    Arrays.fill(heights, 1);
    return new PaneGrid(widths, heights);
  }

  PaneGrid put(int row, int column, Pane pane) {
    panes[row][column] = pane;
    return this;
  }

  PaneGrid with(ColourBar bar) {
    bars.add(bar);
    return this;
  }

  int rows() {
    return heights.length;
  }

  int columns() {
    return widths.length;
  }

  boolean has(int row, int column) {
    return panes[row][column] != null;
  }

  Pane pane(int row, int column) {
    Pane pane = panes[row][column];
    if (pane == null) {
      throw new IllegalArgumentException("no pane at " + row + ", " + column);
    }
    return pane;
  }

  List<ColourBar> bars() {
    return bars;
  }

  void draw(Graphics2D g2, Rectangle2D all) {
    double width = all.getWidth() - (bars.isEmpty() ? 10 : BAR_ROOM);
    double aboutWidth = Math.max(60, width / columns() - 60);
    Room room = room(g2, new Rectangle2D.Double(0, 0, aboutWidth, all.getHeight() / rows() - 50));
    double[] x = starts(all.getX(), width, widths, room.left(), new double[columns()], COLUMN_GAP);
    double[] y = starts(all.getY(), all.getHeight(), heights, room.head(), room.foot(), GAP);
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        Pane pane = panes[row][column];
        if (pane != null) {
          AxisSpace space = new AxisSpace();
          space.setLeft(room.left()[column]);
          space.setBottom(room.foot()[row]);
          pane.draw(g2, area(x, y, row, column), space);
        }
      }
    }
    for (ColourBar bar : bars) {
      drawBar(g2, bar, all.getMaxX() - BAR_ROOM + GAP);
    }
  }

  /** What axes and titles need beside the data, for each column and row. */
  private record Room(double[] left, double[] head, double[] foot) {}

  private Room room(Graphics2D g2, Rectangle2D about) {
    Room room = new Room(new double[columns()], new double[rows()], new double[rows()]);
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        Pane pane = panes[row][column];
        if (pane != null) {
          AxisSpace space = pane.axisSpace(g2, about);
          room.left()[column] = Math.max(room.left()[column], Math.ceil(space.getLeft()));
          room.foot()[row] = Math.max(room.foot()[row], Math.ceil(space.getBottom()));
          room.head()[row] = Math.max(room.head()[row], pane.header());
        }
      }
    }
    return room;
  }

  private static Rectangle2D area(double[] x, double[] y, int row, int column) {
    return new Rectangle2D.Double(
        x[2 * column], y[2 * row], x[2 * column + 1] - x[2 * column], y[2 * row + 1] - y[2 * row]);
  }

  /** First and last whole point of each data area along one side. */
  private static double[] starts(
      double from, double length, double[] shares, double[] before, double[] after, double gap) {
    double room = length - gap * (shares.length - 1);
    room -= Arrays.stream(before).sum() + Arrays.stream(after).sum();
    double share = Math.max(room, 8.0 * shares.length) / Arrays.stream(shares).sum();
    double[] edges = new double[2 * shares.length];
    double at = from;
    for (int i = 0; i < shares.length; i++) {
      // whole points, so that equal shares are equally long
      edges[2 * i] = Math.rint(at + before[i]);
      edges[2 * i + 1] = edges[2 * i] + Math.floor(share * shares[i]);
      at += before[i] + share * shares[i] + after[i] + gap;
    }
    return edges;
  }

  /** As high as the panes that it explains. */
  private void drawBar(Graphics2D g2, ColourBar bar, double left) {
    double top = Double.POSITIVE_INFINITY;
    double foot = 0;
    double right = 0;
    for (int row = 0; row < rows(); row++) {
      for (Pane pane : panes[row]) {
        if (pane != null) {
          right = Math.max(right, pane.drawn().getMaxX());
          if (row >= bar.fromRow() && row <= bar.toRow()) {
            top = Math.min(top, pane.drawn().getMinY());
            foot = Math.max(foot, pane.drawn().getMaxY());
          }
        }
      }
    }
    double x = Math.min(left, right + GAP + 4);
    AxisSpace space = new AxisSpace();
    space.setRight(BAR_ROOM - STRIP - GAP);
    bar.pane().draw(g2, new Rectangle2D.Double(Math.rint(x), top, STRIP, foot - top), space);
  }
}
