package org.debye.figures;

import org.jfree.data.Range;

/** Lays out {@link ImportancePlot}. */
final class ImportancePage {
  private static final double MARGIN = 0.06;

  private final ImportancePlot figure;
  private final AxisPanes panes;

  private ImportancePage(ImportancePlot figure) {
    this.figure = figure;
    panes = new AxisPanes(ScaledAxis.of(figure.axis()));
  }

  static Page of(ImportancePlot figure) {
    return new ImportancePage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    boolean below = !figure.spectra().isEmpty();
    PaneGrid grid = PaneGrid.even(rows(), 1);
    for (int i = 0; i < panels; i++) {
      AxisCurve panel = figure.panels().get(i);
      boolean lowest = !below && i == panels - 1;
      grid.put(
          i, 0, panes.signed("Importance", panel.values(), range(i), lowest).titled(panel.name()));
    }
    if (below) {
      grid.put(
          panels,
          0,
          panes.lines(rows() > 4 ? "Intensity" : "Intensity (arb. units)", figure.spectra(), true));
    }
    Page page =
        new Page(figure.title(), 150 + rows() * (rows() > 4 ? 130 : 190), grid)
            .with(LegendEntry.patch("more intensity speaks for the class", AxisPanes.FOR))
            .with(LegendEntry.patch("against it", AxisPanes.AGAINST));
    AxisPanes.legend(figure.spectra()).forEach(page::with);
    return page;
  }

  private int rows() {
    return figure.panels().size() + (figure.spectra().isEmpty() ? 0 : 1);
  }

  private Range range(int panel) {
    Limits limits = new Limits().hold(0);
    if (figure.scale() == ImportancePlot.Scale.OWN) {
      return limits.hold(figure.panels().get(panel).values()).range(MARGIN);
    }
    figure.panels().forEach(one -> limits.hold(one.values()));
    return limits.range(MARGIN);
  }
}
