package org.debye.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;

/** Lays out an {@link AbundanceSeries}. */
final class AbundanceSeriesPage {
  private static final int SPARSE = 60;

  private AbundanceSeriesPage() {}

  static Page of(AbundanceSeries figure) {
    int panels = figure.series().size();
    PaneGrid grid = PaneGrid.even(panels, 1);
    int[] order = order(figure.across().places());
    boolean bands = false;
    for (int i = 0; i < panels; i++) {
      grid.put(i, 0, pane(figure, figure.series().get(i), order, i == panels - 1));
      bands |= figure.series().get(i).low().length > 0;
    }
    Page page = new Page(figure.title(), 110 + Math.max(2, panels) * 140, grid);
    page.with(LegendEntry.line("abundance", FigureStyle.BLUE, FigureStyle.STRONG));
    return bands ? page.with(LegendEntry.patch(figure.interval(), FigureStyle.BAND)) : page;
  }

  private static Pane pane(
      AbundanceSeries figure, AbundanceSeries.Series series, int[] order, boolean lowest) {
    ScaledAxis shown = figure.across();
    double[] x = pick(shown.places(), order);
    String label = lowest ? shown.label() : "";
    NumberAxis across =
        shown.scale() == AxisScale.LOGARITHMIC
            ? DecadeAxis.labelled(label)
            : FigureStyle.axis(label);
    across.setRange(new Limits().hold(x).range(0.01));
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis("Abundance");
    up.setRange(-0.03, 1.03);
    Pane pane = new Pane(across, up).titled(series.name());
    if (series.low().length > 0) {
      pane.add(
          Marks.fill(
              Marks.between(x, pick(series.low(), order), pick(series.high(), order)),
              FigureStyle.BAND));
    }
    double[] y = pick(series.abundance(), order);
    pane.add(Marks.line(Curves.path(x, y), FigureStyle.BLUE, FigureStyle.LINE));
    return x.length <= SPARSE ? pane.add(Marks.dots(x, y, 5, FigureStyle.BLUE)) : pane;
  }

  /** Places that are known, ascending. */
  private static int[] order(double[] places) {
    return IntStream.range(0, places.length)
        .filter(i -> Double.isFinite(places[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> places[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] pick(double[] values, int[] order) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }
}
