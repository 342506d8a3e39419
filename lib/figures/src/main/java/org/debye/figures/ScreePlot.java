package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How much of the variance each principal component holds (left axis), and how much the first ones
 * hold together (right axis).
 *
 * @param shares of the components in their order, 0 to 1; at least one; the first {@link #MOST} are
 *     drawn
 * @param kept number of components that are kept, where a line stands
 */
public record ScreePlot(String title, double[] shares, int kept) implements ChartFigure {
  /** Components that are drawn. */
  public static final int MOST = 60;

  private static final Shape DISC = new Ellipse2D.Double(-4, -4, 8, 8);
  private static final Shape BOX = new Rectangle2D.Double(-3.5, -3.5, 7, 7);

  public ScreePlot {
    if (shares.length == 0 || kept < 1 || kept > shares.length) {
      throw new IllegalArgumentException(kept + " of " + shares.length + " components");
    }
  }

  @Override
  public JFreeChart chart() {
    int shown = Math.min(shares.length, Math.min(MOST, Math.max(12, 2 * kept)));
    XYSeries each = new XYSeries("each component (left axis)");
    XYSeries together = new XYSeries("all up to it (right axis)");
    double sum = 0;
    for (int j = 0; j < shares.length; j++) {
      sum += 100 * shares[j];
      if (j < shown) {
        each.add(j + 1, 100 * shares[j]);
        together.add(j + 1, Math.min(100, sum));
      }
    }
    NumberAxis across = FigureStyle.axis("Principal component");
    across.setRange(0.5, shown + 0.5);
    XYPlot plot = new XYPlot(new XYSeriesCollection(each), across, left(), line(true));
    plot.setDataset(1, new XYSeriesCollection(together));
    plot.setRenderer(1, line(false));
    plot.setRangeAxis(1, right(together));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    plot.mapDatasetToRangeAxis(1, 1);
    if (kept <= shown) {
      plot.addDomainMarker(new ValueMarker(kept + 0.5, FigureStyle.INK, FigureStyle.HAIR));
    }
    JFreeChart chart = FigureStyle.chart(title + note(), plot);
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(FigureStyle.TICK);
    legend.setItemPaint(FigureStyle.INK);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(BlockBorder.NONE);
    chart.addLegend(legend);
    return chart;
  }

  private String note() {
    double held = 0;
    for (int j = 0; j < kept; j++) {
      held += 100 * shares[j];
    }
    return String.format(
        Locale.ROOT,
        ": %d component%s hold%s %.2f %%",
        kept,
        kept == 1 ? "" : "s",
        kept == 1 ? "s" : "",
        held);
  }

  private NumberAxis left() {
    NumberAxis up = FigureStyle.axis("Explained variance (%)");
    double most = 0;
    for (double share : shares) {
      most = Math.max(most, 100 * share);
    }
    up.setRange(0, 1.08 * most);
    return up;
  }

  private static NumberAxis right(XYSeries together) {
    NumberAxis up = FigureStyle.axis("Cumulative explained variance (%)");
    double low = together.getMinY();
    double room = Math.max(100 - low, 1e-3);
    up.setRange(Math.max(0, low - 0.08 * room), 100 + 0.04 * room);
    return up;
  }

  private static XYLineAndShapeRenderer line(boolean each) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setSeriesPaint(0, each ? FigureStyle.BLUE : FigureStyle.ORANGE);
    renderer.setSeriesShape(0, each ? DISC : BOX);
    renderer.setSeriesStroke(
        0,
        each
            ? FigureStyle.STRONG
            : new BasicStroke(
                2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 4}, 0));
    return renderer;
  }
}
