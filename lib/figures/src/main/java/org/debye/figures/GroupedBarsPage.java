package org.debye.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.debye.figures.GroupedBars.Bar;
import org.debye.figures.GroupedBars.Series;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;

/** Lays out {@link GroupedBars}. */
final class GroupedBarsPage {
  private static final int PANEL_HEIGHT = 200;

  /** Share of a group's room that its bars take, and of a bar's width that the one within takes. */
  private static final double GROUP = 0.76;

  private static final double BAR = 0.92;
  private static final double WITHIN = 0.5;
  private static final double END = 4;

  private static final double HIGHEST = 1.04;

  private final GroupedBars figure;
  private final List<String> names;

  private GroupedBarsPage(GroupedBars figure) {
    this.figure = figure;
    names =
        figure.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .map(Series::name)
            .distinct()
            .toList();
  }

  static Page of(GroupedBars figure) {
    return new GroupedBarsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    PaneGrid grid = PaneGrid.even(panels, 1);
    for (int i = 0; i < panels; i++) {
      grid.put(i, 0, pane(figure.panels().get(i)));
    }
    Page page = new Page(figure.title(), 130 + panels * PANEL_HEIGHT, grid);
    for (int i = 0; i < names.size(); i++) {
      page.with(LegendEntry.patch(names.get(i), colour(i)));
    }
    boolean within =
        figure.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .anyMatch(series -> !series.within().isEmpty());
    if (within) {
      page.with(LegendEntry.patch(figure.within(), FigureStyle.BAND_GREY));
    }
    return page.noted(figure.note());
  }

  private static Color colour(int series) {
    return SeriesStyle.paired(series).colour();
  }

  private Pane pane(GroupedBars.Panel panel) {
    NumberAxis up = FigureStyle.axis(figure.label());
    up.setRange(0, HIGHEST);
    Pane pane = new Pane(groupAxis(), up).titled(panel.title()).withoutUprights();
    double width = GROUP / names.size();
    for (Series series : panel.series()) {
      int place = names.indexOf(series.name());
      for (int g = 0; g < figure.groups().size(); g++) {
        double middle = g - GROUP / 2 + (place + 0.5) * width;
        Bar bar = series.bars().get(g);
        draw(pane, bar, middle, BAR * width, colour(place));
        if (series.within().isEmpty()) {
          deviation(pane, bar, middle);
        } else {
          Bar within = series.within().get(g);
          draw(pane, within, middle, WITHIN * width, FigureStyle.BAND_GREY);
          deviation(pane, within, middle);
          deviation(pane, bar, middle - (BAR + WITHIN) / 4 * width);
        }
      }
    }
    return pane;
  }

  private static void draw(Pane pane, Bar bar, double middle, double width, Color colour) {
    if (!Double.isFinite(bar.height())) {
      return;
    }
    Rectangle2D shape = new Rectangle2D.Double(middle - width / 2, 0, width, bar.height());
    pane.add(Marks.fill(shape, colour));
    pane.add(Marks.line(shape, FigureStyle.INK, FigureStyle.HAIR));
  }

  /** Beside what stands within, of the outer bar, so that none hides the other. */
  private static void deviation(Pane pane, Bar bar, double x) {
    if (bar.deviation() > 0) {
      pane.add((g2, view) -> drawDeviation(g2, view, bar, x));
    }
  }

  private static void drawDeviation(Graphics2D g2, Drawing.View view, Bar bar, double place) {
    double x = view.x(place);
    double low = view.y(bar.height() - bar.deviation());
    double high = view.y(bar.height() + bar.deviation());
    g2.setPaint(FigureStyle.INK);
    g2.setStroke(FigureStyle.LINE);
    g2.draw(new Line2D.Double(x, low, x, high));
    g2.draw(new Line2D.Double(x - END, low, x + END, low));
    g2.draw(new Line2D.Double(x - END, high, x + END, high));
  }

  private NumberAxis groupAxis() {
    SymbolAxis axis = new SymbolAxis("", figure.groups().toArray(String[]::new));
    FigureStyle.dress(axis, "");
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, Math.max(1, figure.groups().size()) - 0.5);
    return axis;
  }
}
