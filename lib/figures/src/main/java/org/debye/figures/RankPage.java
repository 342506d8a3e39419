package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;

/** Lays out a {@link RankPlot}. */
final class RankPage {
  private static final double WITHIN = 0.9;
  private static final int MOST_BINS = 20;
  private static final int ROW_HEIGHT = 116;

  private RankPage() {}

  static Page of(RankPlot figure) {
    int rows = figure.variables().size();
    int columns =
        figure.variables().stream().mapToInt(variable -> variable.chains().length).max().orElse(1);
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int row = 0; row < rows; row++) {
      ChainSeries variable = figure.variables().get(row);
      double[][] ranks = ranks(variable.chains());
      int total = Arrays.stream(ranks).mapToInt(chain -> chain.length).sum();
      int bins = bins(variable);
      int[][] counts = new int[ranks.length][];
      Arrays.setAll(counts, chain -> counts(ranks[chain], total, bins));
      int tallest = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1);
      for (int chain = 0; chain < counts.length; chain++) {
        Pane pane = pane(variable, counts[chain], total, tallest, chain, row == rows - 1);
        grid.put(row, chain, row == 0 ? pane.titled("chain " + (chain + 1)) : pane);
      }
    }
    return new Page(figure.title(), 130 + Math.max(2, rows) * ROW_HEIGHT, grid)
        .with(LegendEntry.patch("draws of the chain by rank among all chains'", BAR))
        .with(LegendEntry.patch("90 % of independent draws", FigureStyle.BAND_GREY));
  }

  private static final Color BAR = FigureStyle.BLUE;

  /** Fewer where a bar would hold less than ten draws. */
  private static int bins(ChainSeries variable) {
    int shortest = Arrays.stream(variable.chains()).mapToInt(c -> c.length).min().orElse(0);
    return Math.max(2, Math.min(MOST_BINS, shortest / 10));
  }

  private static Pane pane(
      ChainSeries variable, int[] counts, int total, int tallest, int chain, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? "Rank" : "");
    across.setRange(0, Math.max(1, total));
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis(chain == 0 ? variable.name() : "");
    up.setTickLabelsVisible(chain == 0);
    int draws = Arrays.stream(counts).sum();
    double width = Math.max(1, total) / (double) counts.length;
    double[] cumulative = Counts.hypergeometric(total, (int) Math.round(width), draws);
    int low = Counts.quantile(cumulative, 0.5 * (1 - WITHIN));
    int high = Counts.quantile(cumulative, 0.5 * (1 + WITHIN));
    up.setRange(0, 1.08 * Math.max(1, Math.max(tallest, high)));
    double[] heights = Arrays.stream(counts).asDoubleStream().toArray();
    return new Pane(across, up)
        .withoutGrid()
        .add(Marks.fill(Marks.bars(0, width, heights), BAR))
        .add(Marks.line(Marks.bars(0, width, heights), Color.WHITE, FigureStyle.HAIR))
        .add(
            Marks.fill(
                new Rectangle2D.Double(0, low, Math.max(1, total), high - low), FigureStyle.SHADE))
        .add(Marks.level((double) draws / counts.length, FigureStyle.INK, FigureStyle.DASHED));
  }

  /** Ranks from 0.5 among the finite draws of all chains; equal draws share the mean of theirs. */
  static double[][] ranks(double[][] chains) {
    double[] all = Limits.finite(Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray());
    double[][] ranks = new double[chains.length][];
    Arrays.setAll(
        ranks,
        chain ->
            Arrays.stream(chains[chain])
                .filter(Double::isFinite)
                .map(value -> 0.5 * (first(all, value) + first(all, Math.nextUp(value))))
                .toArray());
    return ranks;
  }

  /** How many lie below. */
  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] counts(double[] ranks, int total, int bins) {
    int[] counts = new int[bins];
    IntStream.range(0, ranks.length)
        .map(i -> (int) Math.min(bins - 1, ranks[i] * bins / total))
        .forEach(bin -> counts[bin]++);
    return counts;
  }
}
