package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link BinWeightsPlot}: weights as bars, accuracies as lines across their bins. */
final class BinWeightsPage {
  /** Of a bin's width. */
  private static final double BAR = 0.62;

  private static final Stroke DOTS =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2, 3}, 0);

  /** Below it a network is not believed. */
  private static final double LEAST = 0.55;

  private final BinWeightsPlot figure;
  private final AxisPanes panes;
  private final double[] edges;

  private BinWeightsPage(BinWeightsPlot figure) {
    this.figure = figure;
    ScaledAxis axis = ScaledAxis.of(figure.axis());
    panes = new AxisPanes(axis);
    int bins = figure.accuracies().length;
    int each = axis.points() / bins;
    edges = new double[bins + 1];
    double[] x = axis.values();
    for (int b = 0; b <= bins; b++) {
      int right = Math.min(b * each, x.length - 1);
      edges[b] = b == 0 ? x[0] : b * each == x.length ? x[right] : (x[right - 1] + x[right]) / 2;
    }
  }

  static Page of(BinWeightsPlot figure) {
    return new BinWeightsPage(figure).page();
  }

  private Page page() {
    boolean alone = figure.spectra().isEmpty();
    PaneGrid grid =
        new PaneGrid(new double[] {1}, alone ? new double[] {1} : new double[] {1, 1})
            .put(0, 0, weights(alone));
    if (!alone) {
      grid.put(
          1,
          0,
          panes.lines("Intensity (arb. units)", figure.spectra(), true, rules()).withoutUprights());
    }
    Page page =
        new Page(figure.title(), alone ? 400 : 620, grid)
            .with(LegendEntry.patch("believability weight", FigureStyle.BAND))
            .with(LegendEntry.line("accuracy of points", FigureStyle.INK, FigureStyle.STRONG))
            .with(LegendEntry.line("accuracy of 55 %", FigureStyle.VERMILION, DOTS));
    AxisPanes.legend(figure.spectra()).forEach(page::with);
    return page;
  }

  private Pane weights(boolean lowest) {
    NumberAxis up = FigureStyle.axis("Accuracy, weight");
    up.setRange(0, 1.05);
    Pane pane = panes.pane(up, lowest).withoutUprights();
    Path2D bars = new Path2D.Double();
    Path2D levels = new Path2D.Double();
    for (int b = 0; b < figure.accuracies().length; b++) {
      double low = Math.min(edges[b], edges[b + 1]);
      double width = Math.abs(edges[b + 1] - edges[b]);
      bars.append(
          new Rectangle2D.Double(
              low + (1 - BAR) / 2 * width, 0, BAR * width, figure.believabilities()[b]),
          false);
      levels.moveTo(low, figure.accuracies()[b]);
      levels.lineTo(low + width, figure.accuracies()[b]);
    }
    return pane.add(rules())
        .add(Marks.fill(bars, FigureStyle.BAND))
        .add(Marks.line(bars, FigureStyle.BLUE, FigureStyle.HAIR))
        .add(Marks.level(LEAST, FigureStyle.VERMILION, DOTS))
        .add(Marks.line(levels, FigureStyle.INK, new BasicStroke(2f, BasicStroke.CAP_BUTT, 0)));
  }

  /** Between bins. */
  private Drawing rules() {
    return (g2, view) -> {
      for (double edge : edges) {
        Marks.upright(edge, FigureStyle.CROWD, FigureStyle.HAIR).draw(g2, view);
      }
    };
  }
}
