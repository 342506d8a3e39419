package org.debye.figures;

import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out a {@link CostPlot}. */
final class CostPage {
  private CostPage() {}

  static Page of(CostPlot figure) {
    double[] x = figure.across().places();
    NumberAxis across =
        figure.across().scale() == AxisScale.LOGARITHMIC
            ? DecadeAxis.labelled(figure.across().label())
            : FigureStyle.axis(figure.across().label());
    across.setRange(new Limits().hold(x).range(0.03));
    DecadeAxis up = DecadeAxis.labelled(figure.quantity());
    Limits limits = new Limits();
    figure.series().forEach(series -> limits.hold(logarithms(series.values())));
    Range range = limits.range(0.08);
    up.setRange(range);
    Pane pane = new Pane(across, up);
    Page page = new Page(figure.title(), FigureStyle.HEIGHT, PaneGrid.even(1, 1).put(0, 0, pane));
    for (int i = 0; i < figure.series().size(); i++) {
      CostPlot.Series series = figure.series().get(i);
      SeriesStyle style = SeriesStyle.of(i);
      double[] y = logarithms(series.values());
      double median = Limits.quantile(Limits.finite(y), 0.5);
      if (Double.isFinite(median)) {
        pane.add(Marks.level(median, style.colour(), style.stroke()));
      }
      pane.add(Marks.markers(x, y, style.marker(), 7, style.colour()));
      String text = series.name() + ", median " + Numbers.text(Math.pow(10, median));
      page.with(
          LegendEntry.marker(text, style.marker(), 8, style.colour())
              .on(style.colour(), style.stroke()));
    }
    return page;
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(AxisScale.LOGARITHMIC::place).toArray();
  }
}
