package org.debye.figures;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link ImportanceMap}. */
final class ImportanceMapPage {
  /** Of the cells: single bright ones do not darken the rest. */
  private static final double BEYOND = 0.002;

  private final ImportanceMap figure;
  private final AxisPanes panes;

  private ImportanceMapPage(ImportanceMap figure) {
    this.figure = figure;
    panes = new AxisPanes(ScaledAxis.of(figure.intensity().axis()));
  }

  static Page of(ImportanceMap figure) {
    return new ImportanceMapPage(figure).page();
  }

  private Page page() {
    boolean below = !figure.spectra().isEmpty();
    double[] heights = below ? new double[] {1.5, 1.5, 0.8, 0.8} : new double[] {1.5, 1.5, 0.8};
    Colours bright = Colours.of(figure.intensity(), FrameMap.Contrast.usual());
    Colours signed = Colours.aroundZero(cells(figure.importance()), BEYOND);
    PaneGrid grid =
        new PaneGrid(new double[] {1}, heights)
            .put(0, 0, map(figure.intensity(), bright))
            .put(1, 0, map(figure.importance(), signed))
            .put(
                2,
                0,
                panes.signed(
                    "Importance, sum",
                    figure.sum(),
                    new Limits().hold(0).hold(figure.sum()).range(0.06),
                    !below))
            .with(new ColourBar(bright, "Intensity (arb. units)", 0, 0))
            .with(new ColourBar(signed, "Importance", 1, 1));
    Page page = new Page(figure.title(), below ? 900 : 740, grid);
    if (below) {
      grid.put(3, 0, panes.lines("Intensity", figure.spectra(), true));
      AxisPanes.legend(figure.spectra()).forEach(page::with);
    }
    page.with(LegendEntry.patch("sum speaks for the class", AxisPanes.FOR))
        .with(LegendEntry.patch("against it", AxisPanes.AGAINST));
    return page.noted(
        "Intensity on a square-root scale. Importance: dark speaks against the class, light for it.");
  }

  private static DoubleStream cells(FrameGrid grid) {
    return IntStream.range(0, grid.rows())
        .boxed()
        .flatMapToDouble(
            row ->
                IntStream.range(0, grid.columns().count())
                    .mapToDouble(column -> grid.cell(row, column)));
  }

  private Pane map(FrameGrid grid, Colours colours) {
    NumberAxis up = FigureStyle.axis("Frame");
    up.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    up.setRange(-0.5, grid.frames() - 0.5);
    return panes.image(up, colours.image(grid), false);
  }
}
