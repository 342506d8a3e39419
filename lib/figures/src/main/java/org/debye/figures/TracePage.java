package org.debye.figures;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out a {@link TracePlot}: traces on the left, densities lying on their side on the right. */
final class TracePage {
  private static final int ROW_HEIGHT = 122;

  private TracePage() {}

  static Page of(TracePlot figure) {
    int rows = figure.variables().size();
    double[] heights = new double[rows];
    Arrays.fill(heights, 1);
    PaneGrid grid = new PaneGrid(new double[] {5, 1}, heights);
    int chains = 0;
    for (int row = 0; row < rows; row++) {
      ChainSeries variable = figure.variables().get(row);
      Limits limits = new Limits();
      Arrays.stream(variable.chains()).forEach(limits::hold);
      Range range = limits.range(0.06);
      boolean lowest = row == rows - 1;
      grid.put(row, 0, traces(variable, figure.divergences(), range, lowest));
      grid.put(row, 1, densities(variable, range, lowest));
      chains = Math.max(chains, variable.chains().length);
    }
    Page page = new Page(figure.title(), 130 + Math.max(2, rows) * ROW_HEIGHT, grid);
    for (int chain = 0; chain < chains; chain++) {
      page.with(
          LegendEntry.line(
              "chain " + (chain + 1), SeriesStyle.chain(chain, chains), FigureStyle.STRONG));
    }
    if (figure.divergences().known()) {
      page.with(LegendEntry.feet("divergent draw", FigureStyle.VERMILION));
    }
    return page;
  }

  private static Pane traces(
      ChainSeries variable, Divergences divergences, Range range, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? "Draw" : "");
    across.setRange(0, Math.max(2, variable.longest()) - 1);
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis(variable.name());
    up.setRange(range);
    Pane pane = new Pane(across, up).withoutGrid();
    int chains = variable.chains().length;
    for (int chain = 0; chain < chains; chain++) {
      double[] draws = variable.chains()[chain];
      double[] places = IntStream.range(0, draws.length).asDoubleStream().toArray();
      pane.add(
          draws.length == 1
              ? Marks.dots(places, draws, 6, SeriesStyle.chain(chain, chains))
              : Marks.line(
                  Curves.path(places, draws), SeriesStyle.chain(chain, chains), FigureStyle.HAIR));
    }
    return pane.add(Marks.feet(divergent(variable, divergences), 8, FigureStyle.VERMILION));
  }

  private static double[] divergent(ChainSeries variable, Divergences divergences) {
    return IntStream.range(0, variable.chains().length)
        .flatMap(
            chain ->
                IntStream.range(0, variable.chains()[chain].length)
                    .filter(draw -> divergences.at(chain, draw)))
        .asDoubleStream()
        .toArray();
  }

  private static Pane densities(ChainSeries variable, Range range, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? "Density" : "");
    across.setTickLabelsVisible(false);
    across.setTickMarksVisible(false);
    NumberAxis up = FigureStyle.axis("");
    up.setRange(range);
    up.setTickLabelsVisible(false);
    Pane pane = new Pane(across, up).withoutGrid();
    double highest = 0;
    int chains = variable.chains().length;
    for (int chain = 0; chain < chains; chain++) {
      Density density =
          Density.of(variable.chains()[chain], range.getLowerBound(), range.getUpperBound());
      highest = Math.max(highest, density.highest());
      pane.add(
          Marks.line(
              Curves.path(density.y(), density.x()),
              SeriesStyle.chain(chain, chains),
              FigureStyle.STRONG));
    }
    across.setRange(0, highest > 0 ? 1.06 * highest : 1);
    return pane;
  }
}
