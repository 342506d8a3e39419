package org.debye.figures;

import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out an {@link EnergyPlot}. */
final class EnergyPage {
  private EnergyPage() {}

  static Page of(EnergyPlot figure) {
    double[][] chains = figure.energy().chains();
    int columns = chains.length == 4 ? 2 : Math.min(3, chains.length);
    int rows = (chains.length + columns - 1) / columns;
    Limits limits = new Limits();
    for (double[] chain : chains) {
      limits.holdMost(centred(chain), 0.001).holdMost(changes(chain), 0.001);
    }
    Range range = limits.range(0.1);
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < chains.length; i++) {
      Pane pane = pane(chains[i], range, i % columns == 0, i + columns >= chains.length);
      grid.put(i / columns, i % columns, pane.titled("chain " + (i + 1)));
    }
    return new Page(figure.title(), 130 + rows * (rows == 1 ? 400 : 220), grid)
        .with(LegendEntry.line("energy about its mean", FigureStyle.BLUE, FigureStyle.STRONG))
        .with(
            LegendEntry.line(
                "change from draw to draw", FigureStyle.VERMILION, FigureStyle.DASHED));
  }

  private static Pane pane(double[] chain, Range range, boolean leftmost, boolean lowest) {
    NumberAxis across = FigureStyle.axis(lowest ? "Energy about its mean (dimensionless)" : "");
    across.setRange(range);
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis(leftmost ? "Density" : "");
    up.setTickLabelsVisible(false);
    up.setTickMarksVisible(false);
    Density energy = Density.of(centred(chain), range.getLowerBound(), range.getUpperBound());
    Density change = Density.of(changes(chain), range.getLowerBound(), range.getUpperBound());
    double highest = Math.max(energy.highest(), change.highest());
    up.setRange(0, highest > 0 ? 1.06 * highest : 1);
    double[] zero = new double[Density.CELLS];
    return new Pane(across, up)
        .noted("E-BFMI " + Numbers.text(fraction(chain)))
        .withoutGrid()
        .add(Marks.fill(Marks.between(energy.x(), zero, energy.y()), FigureStyle.BAND))
        .add(Marks.line(Curves.path(energy.x(), energy.y()), FigureStyle.BLUE, FigureStyle.STRONG))
        .add(
            Marks.line(
                Curves.path(change.x(), change.y()), FigureStyle.VERMILION, FigureStyle.DASHED));
  }

  /** Mean square of the change over the variance of the energy; Betancourt 2016, eq. 3.2. */
  static double fraction(double[] energy) {
    double changes = Arrays.stream(changes(energy)).map(v -> v * v).sum();
    double spread = Arrays.stream(centred(energy)).map(v -> v * v).sum();
    return spread > 0 ? changes / spread : Double.NaN;
  }

  private static double[] centred(double[] energy) {
    double mean = Arrays.stream(energy).average().orElse(0);
    return Arrays.stream(energy).map(v -> v - mean).toArray();
  }

  private static double[] changes(double[] energy) {
    double[] changes = new double[Math.max(0, energy.length - 1)];
    Arrays.setAll(changes, i -> energy[i + 1] - energy[i]);
    return changes;
  }
}
