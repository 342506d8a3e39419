package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link AugmentationPlot}. */
final class AugmentationPage {
  /** Told apart by width and lightness alone. */
  static final Color BEFORE = FigureStyle.ORANGE;

  static final Color AFTER = FigureStyle.NAVY;

  private static final Stroke BROAD =
      new BasicStroke(3.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final int ONE_COLUMN = 3;
  private static final double MARGIN = 0.06;

  private final AugmentationPlot figure;
  private final AxisPanes panes;
  private final int columns;
  private final int rows;

  private AugmentationPage(AugmentationPlot figure) {
    this.figure = figure;
    panes = new AxisPanes(ScaledAxis.of(figure.axis()));
    int panels = figure.augmented().size();
    columns = panels > ONE_COLUMN ? 2 : 1;
    rows = (panels + columns - 1) / columns;
  }

  static Page of(AugmentationPlot figure) {
    return new AugmentationPage(figure).page();
  }

  private Page page() {
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < figure.augmented().size(); i++) {
      grid.put(i / columns, i % columns, pane(i));
    }
    return new Page(figure.title(), 150 + 200 * rows, grid)
        .with(LegendEntry.line("spectrum", BEFORE, BROAD))
        .with(LegendEntry.line("augmented", AFTER, FigureStyle.LINE));
  }

  private Pane pane(int panel) {
    AxisCurve augmented = figure.augmented().get(panel);
    boolean lowest = panel + columns >= figure.augmented().size();
    NumberAxis up = FigureStyle.axis(panel % columns == 0 ? "Intensity (arb. units)" : "");
    up.setRange(new Limits().hold(figure.spectrum()).hold(augmented.values()).range(MARGIN));
    double[] x = figure.axis().values();
    return panes
        .pane(up, lowest)
        .titled(augmented.name())
        .add(Marks.line(Curves.path(x, figure.spectrum()), BEFORE, BROAD))
        .add(Marks.line(Curves.path(x, augmented.values()), AFTER, FigureStyle.LINE));
  }
}
