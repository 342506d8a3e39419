package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.debye.figures.IntervalRows.Estimate;
import org.debye.figures.IntervalRows.Panel;
import org.debye.figures.IntervalRows.Series;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;

/** Lays out {@link IntervalRows}: rows from above, panels side by side. */
final class IntervalRowsPage {
  private static final double ROW = 0.7;
  private static final double SIGN = 9;
  private static final double END = 4;
  private static final Stroke LINE = new BasicStroke(1.8f);

  private final IntervalRows figure;
  private final List<String> names;

  private IntervalRowsPage(IntervalRows figure) {
    this.figure = figure;
    names =
        figure.panels().stream()
            .flatMap(panel -> panel.series().stream())
            .map(Series::name)
            .distinct()
            .toList();
  }

  static Page of(IntervalRows figure) {
    return new IntervalRowsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    PaneGrid grid = PaneGrid.even(1, panels);
    for (int i = 0; i < panels; i++) {
      grid.put(0, i, pane(figure.panels().get(i), i == 0));
    }
    int each = 12 + 11 * Math.max(1, names.size());
    Page page = new Page(figure.title(), 190 + each * figure.rows().size(), grid);
    for (int i = 0; i < names.size(); i++) {
      SeriesStyle style = SeriesStyle.of(i);
      page.with(
          LegendEntry.marker(names.get(i), style.marker(), SIGN, style.colour())
              .on(style.colour(), LINE));
    }
    page.with(LegendEntry.marker(figure.known(), Marker.CROSS, SIGN, FigureStyle.VERMILION));
    return page.noted(figure.note());
  }

  private Pane pane(Panel panel, boolean leftmost) {
    NumberAxis across = FigureStyle.axis(figure.label());
    double margin = 0.04 * (figure.high() - figure.low());
    across.setRange(figure.low() - margin, figure.high() + margin);
    Pane pane = new Pane(across, rowAxis(leftmost)).titled(panel.title());
    for (Series series : panel.series()) {
      int place = names.indexOf(series.name());
      double offset = ROW * (0.5 - (place + 0.5) / names.size());
      for (int row = 0; row < figure.rows().size(); row++) {
        Estimate estimate = series.estimates().get(row);
        double y = height(row) + offset;
        pane.add((g2, view) -> draw(g2, view, estimate, y, SeriesStyle.of(place)));
      }
    }
    for (int row = 0; row < figure.rows().size(); row++) {
      double[] x = {panel.known()[row]};
      double[] y = {height(row)};
      pane.add(Marks.markers(x, y, Marker.CROSS, SIGN, FigureStyle.VERMILION));
    }
    return pane;
  }

  /** The first row is the highest. */
  private double height(int row) {
    return figure.rows().size() - 1.0 - row;
  }

  private static void draw(
      Graphics2D g2, Drawing.View view, Estimate estimate, double y, SeriesStyle style) {
    double height = view.y(y);
    if (Double.isFinite(estimate.lower()) && Double.isFinite(estimate.upper())) {
      double left = view.x(estimate.lower());
      double right = view.x(estimate.upper());
      g2.setPaint(style.colour());
      g2.setStroke(LINE);
      g2.draw(new Line2D.Double(left, height, right, height));
      g2.draw(new Line2D.Double(left, height - END, left, height + END));
      g2.draw(new Line2D.Double(right, height - END, right, height + END));
    }
    if (Double.isFinite(estimate.value())) {
      style.marker().draw(g2, view.x(estimate.value()), height, SIGN, style.colour());
    }
  }

  private NumberAxis rowAxis(boolean leftmost) {
    List<String> upwards = new ArrayList<>(figure.rows());
    Collections.reverse(upwards);
    SymbolAxis axis = new SymbolAxis("", upwards.toArray(String[]::new));
    FigureStyle.dress(axis, "");
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, Math.max(1, upwards.size()) - 0.5);
    axis.setTickLabelsVisible(leftmost);
    return axis;
  }
}
