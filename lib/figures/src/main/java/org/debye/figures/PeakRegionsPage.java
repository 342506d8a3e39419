package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.debye.figures.PeakRegions.Panel;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link PeakRegions}. */
final class PeakRegionsPage {
  static final Color TRUTH = FigureStyle.ORANGE;
  static final Color PREDICTED = FigureStyle.NAVY;

  /** Of the height of a panel. */
  private static final double STRIP = 0.055;

  private static final double GAP = 0.025;

  private final PeakRegions figure;
  private final double[] places;

  private PeakRegionsPage(PeakRegions figure) {
    this.figure = figure;
    places = figure.axis().values();
  }

  static Page of(PeakRegions figure) {
    return new PeakRegionsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    PaneGrid grid = PaneGrid.even(panels, 1);
    for (int i = 0; i < panels; i++) {
      grid.put(i, 0, pane(figure.panels().get(i), i == panels - 1));
    }
    return new Page(figure.title(), 150 + panels * (panels > 3 ? 150 : 200), grid)
        .with(LegendEntry.line("spectrum", FigureStyle.INK, FigureStyle.LINE))
        .with(LegendEntry.patch("in a peak", TRUTH))
        .with(LegendEntry.patch("predicted to be", PREDICTED));
  }

  private Pane pane(Panel panel, boolean lowest) {
    ScaledAxis shown = ScaledAxis.of(figure.axis());
    NumberAxis across = FigureStyle.axis(lowest ? shown.label() : "");
    across.setRange(new Limits().hold(places).range(0.015));
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis("Intensity (arb. units)");
    Limits limits = new Limits().hold(panel.intensity());
    double height = limits.high() > limits.low() ? limits.high() - limits.low() : 1;
    double foot = limits.low() - 2 * (STRIP + GAP) * height;
    up.setRange(new Range(foot - GAP * height, limits.high() + 0.06 * height));
    return new Pane(across, up)
        .titled(panel.name())
        .add(Marks.fill(runs(panel.truth(), foot + (STRIP + GAP) * height, STRIP * height), TRUTH))
        .add(Marks.fill(runs(panel.predicted(), foot, STRIP * height), PREDICTED))
        .add(Marks.line(Curves.path(places, panel.intensity()), FigureStyle.INK, FigureStyle.LINE));
  }

  /** Bars over neighbouring points, from half a point before the first to half one behind. */
  private Path2D runs(boolean[] within, double foot, double height) {
    Path2D path = new Path2D.Double();
    int from = 0;
    while (from < within.length) {
      int to = from;
      while (to < within.length && within[to]) {
        to++;
      }
      if (to > from) {
        double left = edge(from);
        path.append(new Rectangle2D.Double(left, foot, edge(to) - left, height), false);
      }
      from = Math.max(to, from + 1);
    }
    return path;
  }

  /** Between a point and the one before it. */
  private double edge(int point) {
    if (point == 0) {
      return places[0];
    }
    return point == places.length ? places[point - 1] : (places[point - 1] + places[point]) / 2;
  }
}
