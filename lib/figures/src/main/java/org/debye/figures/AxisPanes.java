package org.debye.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/** Panes above one another over one axis, which the lowest of them labels. */
final class AxisPanes {
  /** Of values above zero and below: none of the first curves has them. */
  static final Color FOR = FigureStyle.GREEN;

  static final Color AGAINST = FigureStyle.PURPLE;

  /** Columns of a filled curve: more than a page's points tell nothing. */
  private static final int FILLED = 700;

  private final ScaledAxis axis;
  private final Range range;

  /** Over points of a spectrum; half a point of room at the ends, as images of them need. */
  AxisPanes(ScaledAxis axis) {
    this.axis = axis;
    double[] x = axis.values();
    int last = x.length - 1;
    double before = last > 0 ? (x[1] - x[0]) / 2 : 0.5;
    double after = last > 0 ? (x[last] - x[last - 1]) / 2 : 0.5;
    double from = x[0] - before;
    double to = x[last] + after;
    range = new Range(Math.min(from, to), Math.max(from, to));
  }

  Range range() {
    return range;
  }

  /** An empty pane. */
  Pane pane(NumberAxis up, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? axis.label() : "");
    across.setRange(range);
    across.setTickLabelsVisible(lowest);
    return new Pane(across, up);
  }

  /**
   * Lines in the order of their styles.
   *
   * @param under what they are drawn over
   */
  Pane lines(String label, List<AxisCurve> curves, boolean lowest, Drawing... under) {
    NumberAxis up = FigureStyle.axis(label);
    Limits limits = new Limits();
    curves.forEach(curve -> limits.hold(curve.values()));
    up.setRange(limits.range(0.06));
    Pane pane = pane(up, lowest);
    for (Drawing drawing : under) {
      pane.add(drawing);
    }
    for (int i = 0; i < curves.size(); i++) {
      pane.add(
          Marks.line(
              Curves.path(axis.values(), curves.get(i).values()), colour(i), FigureStyle.LINE));
    }
    return pane;
  }

  static List<LegendEntry> legend(List<AxisCurve> curves) {
    List<LegendEntry> entries = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      entries.add(LegendEntry.line(curves.get(i).name(), colour(i), FigureStyle.STRONG));
    }
    return entries;
  }

  /** Apart in lightness, too. */
  private static Color colour(int curve) {
    return SeriesStyle.paired(curve).colour();
  }

  /** Filled from zero, above and below in two colours. */
  Pane signed(String label, double[] values, Range up, boolean lowest) {
    int points = values.length;
    int columns = Math.min(points, FILLED);
    double[] x = new double[columns];
    double[] zero = new double[columns];
    double[] low = new double[columns];
    double[] high = new double[columns];
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) column * points / columns);
      int to = (int) ((long) (column + 1) * points / columns);
      x[column] = (axis.values()[from] + axis.values()[to - 1]) / 2;
      Limits limits = new Limits().hold(0);
      for (int i = from; i < to; i++) {
        limits.hold(values[i]);
      }
      low[column] = limits.low();
      high[column] = limits.high();
    }
    NumberAxis upwards = FigureStyle.axis(label);
    upwards.setRange(up);
    Pane pane = pane(upwards, lowest);
    // these panes may be low, and must have a second number beside zero
    upwards.setTickLabelInsets(new RectangleInsets(1, 4, 1, 4));
    return pane.add(Marks.fill(Marks.between(x, zero, high), FOR))
        .add(Marks.fill(Marks.between(x, low, zero), AGAINST))
        .add(Marks.level(0, FigureStyle.INK, FigureStyle.HAIR));
  }

  /** An image over the whole axis; its first row at the top. */
  Pane image(NumberAxis up, BufferedImage image, boolean lowest) {
    Range rows = up.getRange();
    return pane(up, lowest)
        .withoutGrid()
        .add(
            new CellImage(
                CellImage.magnified(image),
                new java.awt.geom.Rectangle2D.Double(
                    range.getLowerBound(),
                    rows.getLowerBound(),
                    range.getLength(),
                    rows.getLength())));
  }
}
