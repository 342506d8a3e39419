package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jfree.chart.axis.NumberAxis;

/** Lays out a {@link CalibrationPlot}. */
final class CalibrationPage {
  private static final double WITHIN = 0.99;
  private static final int MOST_BINS = 25;
  private static final int A_BIN = 20;

  private CalibrationPage() {}

  static Page of(CalibrationPlot figure) {
    int panels = figure.quantities().size();
    int columns = panels == 4 ? 2 : Math.min(panels <= 6 ? 3 : 4, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    Map<Integer, EcdfBand> bands = new HashMap<>();
    boolean bars = figure.view() == CalibrationPlot.View.HISTOGRAM;
    for (int i = 0; i < panels; i++) {
      CalibrationPlot.Quantity quantity = figure.quantities().get(i);
      NumberAxis across =
          FigureStyle.axis(
              i + columns < panels ? "" : bars ? "Rank of the truth" : "Rank, as a share");
      NumberAxis up =
          FigureStyle.axis(i % columns > 0 ? "" : bars ? "Data sets" : "ECDF − uniform");
      Pane pane = new Pane(across, up).titled(quantity.name()).withoutUprights();
      grid.put(
          i / columns,
          i % columns,
          bars
              ? histogram(pane, quantity.ranks(), figure.draws())
              : difference(
                  pane,
                  quantity.ranks(),
                  bands.computeIfAbsent(
                      quantity.ranks().length, n -> EcdfBand.of(n, figure.draws())),
                  figure.draws()));
    }
    Page page = new Page(figure.title(), 120 + rows * (rows == 1 ? 380 : 220), grid);
    if (bars) {
      return page.with(LegendEntry.patch("data sets by rank", FigureStyle.BLUE))
          .with(LegendEntry.patch("99 % of each bar if uniform", FigureStyle.BAND_GREY));
    }
    return page.with(LegendEntry.line("ranks", FigureStyle.BLUE, FigureStyle.STRONG))
        .with(LegendEntry.patch("95 % of whole curves if uniform", FigureStyle.BAND_GREY));
  }

  /** As many as divide the ranks evenly, and hold about twenty data sets each. */
  static int bins(int ranks, int values) {
    int wanted = Math.max(2, Math.min(MOST_BINS, values / A_BIN));
    int bins = Math.min(wanted, values);
    for (int even = wanted; even > wanted / 2; even--) {
      if (values % even == 0) {
        return even;
      }
    }
    return Math.max(1, Math.min(bins, ranks));
  }

  private static Pane histogram(Pane pane, int[] ranks, int draws) {
    int values = draws + 1;
    int bins = Math.min(values, bins(ranks.length, values));
    double[] counts = new double[bins];
    for (int rank : ranks) {
      counts[(int) ((long) rank * bins / values)]++;
    }
    double width = (double) values / bins;
    double[] cumulative = Counts.binomial(ranks.length, 1.0 / bins);
    int low = Counts.quantile(cumulative, 0.5 * (1 - WITHIN));
    int high = Counts.quantile(cumulative, 0.5 * (1 + WITHIN));
    double tallest = Math.max(high, Arrays.stream(counts).max().orElse(1));
    pane.across().setRange(-0.5, draws + 0.5);
    pane.up().setRange(0, 1.08 * Math.max(1, tallest));
    return pane.add(Marks.fill(Marks.bars(-0.5, width, counts), FigureStyle.BLUE))
        .add(Marks.line(Marks.bars(-0.5, width, counts), java.awt.Color.WHITE, FigureStyle.HAIR))
        .add(Marks.fill(new Rectangle2D.Double(-0.5, low, values, high - low), FigureStyle.SHADE))
        .add(Marks.level((double) ranks.length / bins, FigureStyle.INK, FigureStyle.DASHED));
  }

  private static Pane difference(Pane pane, int[] ranks, EcdfBand band, int draws) {
    double[] z = band.places();
    double[] curve = new double[z.length];
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int below = 0;
    for (int i = 0; i < z.length; i++) {
      while (below < sorted.length && (sorted[below] + 1.0) / (draws + 1) <= z[i] + 1e-12) {
        below++;
      }
      curve[i] = ranks.length == 0 ? Double.NaN : (double) below / ranks.length - z[i];
    }
    pane.across().setRange(0, 1);
    pane.up().setRange(new Limits().hold(band.low()).hold(band.high()).hold(curve).range(0.08));
    return pane.add(Marks.fill(Marks.between(z, band.low(), band.high()), FigureStyle.BAND_GREY))
        .add(Marks.level(0, FigureStyle.INK, FigureStyle.DASHED))
        .add(Marks.line(Curves.path(z, curve), FigureStyle.BLUE, FigureStyle.STRONG));
  }
}
