package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;

/** Lays out an {@link AutocorrelationPlot}. */
final class AutocorrelationPage {
  private static final int MOST_LAGS = 100;
  // two-sided normal quantile of 95 %
  private static final double NORMAL = 1.959963984540054;

  private AutocorrelationPage() {}

  static Page of(AutocorrelationPlot figure) {
    int panels = figure.variables().size();
    int columns = panels == 4 ? 2 : Math.min(3, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    int chains = 0;
    Limits limits = new Limits().hold(0, 1);
    for (int i = 0; i < panels; i++) {
      ChainSeries variable = figure.variables().get(i);
      grid.put(
          i / columns,
          i % columns,
          pane(variable, limits, i % columns == 0, i + columns >= panels));
      chains = Math.max(chains, variable.chains().length);
    }
    for (int i = 0; i < panels; i++) {
      grid.pane(i / columns, i % columns).up().setRange(limits.range(0.04));
    }
    Page page = new Page(figure.title(), 120 + rows * (rows == 1 ? 360 : 200), grid);
    for (int chain = 0; chain < chains; chain++) {
      page.with(
          LegendEntry.line(
              "chain " + (chain + 1), SeriesStyle.chain(chain, chains), FigureStyle.STRONG));
    }
    return page.with(LegendEntry.patch("95 % of independent draws", FigureStyle.BAND_GREY));
  }

  /** Draws a variable and takes its values into the limits. */
  private static Pane pane(ChainSeries variable, Limits limits, boolean leftmost, boolean lowest) {
    int lags = Math.max(1, Math.min(MOST_LAGS, variable.longest() / 2));
    NumberAxis across = FigureStyle.axis(lowest ? "Lag (draws)" : "");
    across.setRange(0, lags);
    NumberAxis up = FigureStyle.axis(leftmost ? "Autocorrelation" : "");
    up.setTickLabelsVisible(leftmost);
    double half = NORMAL / Math.sqrt(Math.max(1, variable.longest()));
    limits.hold(-half, half);
    Pane pane = new Pane(across, up).titled(variable.name()).withoutUprights();
    pane.add(Marks.fill(new Rectangle2D.Double(0, -half, lags, 2 * half), FigureStyle.BAND_GREY));
    double[] places = new double[lags + 1];
    Arrays.setAll(places, lag -> lag);
    int chains = variable.chains().length;
    for (int chain = 0; chain < chains; chain++) {
      double[] values = autocorrelation(variable.chains()[chain], lags);
      limits.hold(values);
      pane.add(
          Marks.line(
              Curves.path(places, values), SeriesStyle.chain(chain, chains), FigureStyle.STRONG));
    }
    return pane;
  }

  /** Lags 0 to the last; NaN where a chain is too short or does not move. */
  static double[] autocorrelation(double[] draws, int lags) {
    double mean = Arrays.stream(draws).average().orElse(Double.NaN);
    double square = Arrays.stream(draws).map(v -> (v - mean) * (v - mean)).sum();
    double[] values = new double[lags + 1];
    for (int lag = 0; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < draws.length; i++) {
        sum += (draws[i] - mean) * (draws[i - lag] - mean);
      }
      values[lag] = lag < draws.length && square > 0 ? sum / square : Double.NaN;
    }
    return values;
  }
}
