package org.debye.figures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out a {@link PairPlot}: the lower triangle of all pairs. */
final class PairPage {
  private static final int BINS = 30;
  private static final int MOST_DOTS = 5_000;

  private final PairPlot figure;
  private final List<double[]> values;
  private final boolean[] divergent;

  private PairPage(PairPlot figure) {
    this.figure = figure;
    values =
        figure.variables().stream()
            .map(v -> Arrays.stream(v.chains()).flatMapToDouble(Arrays::stream).toArray())
            .toList();
    divergent = new boolean[values.get(0).length];
    double[][] chains = figure.variables().get(0).chains();
    int place = 0;
    for (int chain = 0; chain < chains.length; chain++) {
      for (int draw = 0; draw < chains[chain].length; draw++) {
        divergent[place++] = figure.divergences().at(chain, draw);
      }
    }
  }

  static Page of(PairPlot figure) {
    return new PairPage(figure).page();
  }

  private Page page() {
    int n = figure.variables().size();
    PaneGrid grid = PaneGrid.even(n, n);
    for (int row = 0; row < n; row++) {
      grid.put(row, row, histogram(row, row == n - 1));
      for (int column = 0; column < row; column++) {
        grid.put(row, column, scatter(row, column));
      }
    }
    Page page = new Page(figure.title(), 120 + (n == 2 ? 560 : 720), grid);
    page.with(
        divergent.length > MOST_DOTS
            ? LegendEntry.patch(
                "density of the draws (logarithmic)", new Color(DensityImage.MIDDLE))
            : LegendEntry.dots("draws", 2.6, FigureStyle.BLUE));
    if (figure.divergences().known()) {
      page.with(LegendEntry.marker("divergent draw", Marker.CROSS, 7, FigureStyle.VERMILION));
    }
    return page;
  }

  private Range range(int variable) {
    return new Limits().hold(values.get(variable)).range(0.04);
  }

  private NumberAxis across(int variable, boolean lowest) {
    NumberAxis axis = FigureStyle.axis(lowest ? figure.variables().get(variable).name() : "");
    axis.setRange(range(variable));
    axis.setTickLabelsVisible(lowest);
    return axis;
  }

  private Pane histogram(int variable, boolean lowest) {
    NumberAxis across = across(variable, lowest);
    NumberAxis up = FigureStyle.axis(variable == 0 ? figure.variables().get(0).name() : "");
    up.setTickLabelsVisible(false);
    up.setTickMarksVisible(false);
    Range range = across.getRange();
    double width = range.getLength() / BINS;
    double[] counts = new double[BINS];
    for (double value : Limits.finite(values.get(variable))) {
      counts[(int) Math.min(BINS - 1, (value - range.getLowerBound()) / width)]++;
    }
    up.setRange(0, 1.06 * Math.max(1, Arrays.stream(counts).max().orElse(1)));
    return new Pane(across, up)
        .withoutGrid()
        .add(Marks.fill(Marks.bars(range.getLowerBound(), width, counts), FigureStyle.BLUE));
  }

  private Pane scatter(int row, int column) {
    NumberAxis across = across(column, row == values.size() - 1);
    NumberAxis up = FigureStyle.axis(column == 0 ? figure.variables().get(row).name() : "");
    up.setRange(range(row));
    up.setTickLabelsVisible(column == 0);
    Pane pane = new Pane(across, up).withoutGrid();
    double[] x = values.get(column);
    double[] y = values.get(row);
    if (x.length > MOST_DOTS) {
      pane.add(DensityImage.of(x, y, across.getRange(), up.getRange()));
    } else {
      pane.add(Marks.dots(x, y, 2.6, FigureStyle.BLUE));
    }
    return pane.add(Marks.markers(only(x), only(y), Marker.CROSS, 5, FigureStyle.VERMILION));
  }

  /** The divergent draws, at most as many as dots would be. */
  private double[] only(double[] all) {
    double[] some = new double[all.length];
    int count = 0;
    for (int i = 0; i < all.length && count < MOST_DOTS; i++) {
      if (divergent[i]) {
        some[count++] = all[i];
      }
    }
    return Arrays.copyOf(some, count);
  }
}
