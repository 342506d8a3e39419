package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

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
      Pane pane = pane(bars, i % columns == 0, i + columns >= panels).titled(quantity.name());
      grid.put(i / columns, i % columns, pane);
      if (bars) {
        histogram(pane, quantity.ranks(), figure.draws());
      } else {
        int n = quantity.ranks().length;
        EcdfBand band = bands.computeIfAbsent(n, count -> EcdfBand.of(count, figure.draws()));
        difference(pane, quantity.ranks(), band, figure.draws());
      }
    }
    Page page = new Page(figure.title(), 120 + rows * (rows == 1 ? 380 : 220), grid);
    if (bars) {
      return page.with(LegendEntry.patch("data sets by rank", FigureStyle.BLUE))
          .with(LegendEntry.patch("99 % of each bar if uniform", FigureStyle.BAND_GREY));
    }
    return page.with(LegendEntry.line("ranks", FigureStyle.BLUE, FigureStyle.STRONG))
        .with(LegendEntry.patch("95 % of whole curves if uniform", FigureStyle.BAND_GREY));
  }

  private static Pane pane(boolean bars, boolean leftmost, boolean lowest) {
    String across = bars ? "Rank of the truth" : "Rank, as a share";
    String up = bars ? "Data sets" : "ECDF − uniform";
    return new Pane(FigureStyle.axis(lowest ? across : ""), FigureStyle.axis(leftmost ? up : ""))
        .withoutUprights();
  }

  /** Bars that hold about twenty data sets each, and as many ranks each where that can be. */
  static int bins(int ranks, int values) {
    int wanted = Math.min(values, Math.max(2, Math.min(MOST_BINS, ranks / A_BIN)));
    for (int even = wanted; even > wanted / 2; even--) {
      if (values % even == 0) {
        return even;
      }
    }
    return wanted;
  }

  private static void histogram(Pane pane, int[] ranks, int draws) {
    int values = draws + 1;
    int bins = bins(ranks.length, values);
    int[] edges = new int[bins + 1];
    Arrays.setAll(edges, i -> (int) Math.round((double) i * values / bins));
    Path2D bars = new Path2D.Double();
    Path2D band = new Path2D.Double();
    Path2D level = new Path2D.Double();
    double tallest = 1;
    for (int i = 0; i < bins; i++) {
      int from = edges[i];
      int width = edges[i + 1] - from;
      int count = (int) Arrays.stream(ranks).filter(r -> r >= from && r < from + width).count();
      double[] cumulative = Counts.binomial(ranks.length, (double) width / values);
      int low = Counts.quantile(cumulative, 0.5 * (1 - WITHIN));
      int high = Counts.quantile(cumulative, 0.5 * (1 + WITHIN));
      bars.append(new Rectangle2D.Double(from - 0.5, 0, width, count), false);
      band.append(new Rectangle2D.Double(from - 0.5, low, width, high - low), false);
      double expected = (double) ranks.length * width / values;
      level.append(new Line2D.Double(from - 0.5, expected, from + width - 0.5, expected), i > 0);
      tallest = Math.max(tallest, Math.max(high, count));
    }
    pane.across().setRange(-0.5, draws + 0.5);
    pane.up().setRange(0, 1.08 * tallest);
    pane.add(Marks.fill(bars, FigureStyle.BLUE))
        .add(Marks.line(bars, Color.WHITE, FigureStyle.HAIR))
        .add(Marks.fill(band, FigureStyle.SHADE))
        .add(Marks.line(level, FigureStyle.INK, FigureStyle.DASHED));
  }

  private static void difference(Pane pane, int[] ranks, EcdfBand band, int draws) {
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
    pane.add(Marks.fill(Marks.between(z, band.low(), band.high()), FigureStyle.BAND_GREY))
        .add(Marks.level(0, FigureStyle.INK, FigureStyle.DASHED))
        .add(Marks.line(Curves.path(z, curve), FigureStyle.BLUE, FigureStyle.STRONG));
  }
}
