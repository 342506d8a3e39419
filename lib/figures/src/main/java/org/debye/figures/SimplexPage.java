package org.debye.figures;

import java.awt.Color;
import java.util.List;

/** Lays out a {@link SimplexScatter}. */
final class SimplexPage {
  static final double ESTIMATE_SIZE = 11;
  private static final int[] ROW_HEIGHTS = {520, 350, 270};

  private SimplexPage() {}

  static Page of(SimplexScatter figure) {
    int panels = figure.panels().size();
    int columns = panels == 4 ? 2 : Math.min(3, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    List<String> names = estimates(figure.panels());
    for (int i = 0; i < panels; i++) {
      grid.put(i / columns, i % columns, SimplexPane.of(figure.panels().get(i), names));
    }
    Page page = new Page(figure.title(), 110 + rows * ROW_HEIGHTS[columns - 1], grid);
    addLegend(page, figure.panels(), names);
    return page;
  }

  /** The names of all panels' estimates, each once. */
  private static List<String> estimates(List<SimplexScatter.Panel> panels) {
    return panels.stream()
        .flatMap(panel -> panel.estimates().stream())
        .map(SimplexScatter.Estimate::name)
        .distinct()
        .toList();
  }

  private static void addLegend(Page page, List<SimplexScatter.Panel> panels, List<String> names) {
    boolean dots = panels.stream().anyMatch(p -> points(p) > 0 && !SimplexPane.crowded(p));
    if (dots) {
      page.with(LegendEntry.dots("observed", 3.4, FigureStyle.CROWD));
    }
    if (panels.stream().anyMatch(SimplexPane::crowded)) {
      page.with(
          LegendEntry.patch(
              "density of observations (logarithmic)", new Color(DensityImage.MIDDLE)));
    }
    if (panels.stream().anyMatch(p -> p.truth().points() > 0)) {
      page.with(
          LegendEntry.marker("true endmembers and simplex", Marker.TRIANGLE, 12, FigureStyle.INK)
              .on(FigureStyle.INK, FigureStyle.LINE));
    }
    for (String name : names) {
      SeriesStyle style = SimplexPane.style(names, name);
      page.with(LegendEntry.marker(name, style.marker(), ESTIMATE_SIZE, style.colour()));
    }
    if (panels.stream().anyMatch(p -> !p.posterior().isEmpty())) {
      page.with(LegendEntry.dots("posterior draws", 2.2, FigureStyle.BLUE)).with(spread(panels));
    }
    if (panels.stream().anyMatch(SimplexPane::drawsMeanSimplex)) {
      page.with(
          LegendEntry.line("simplex of the posterior means", FigureStyle.NAVY, FigureStyle.DASHED));
    }
  }

  private static LegendEntry spread(List<SimplexScatter.Panel> panels) {
    String share = Math.round(100 * SimplexScatter.SHARE) + " % ";
    boolean lines = panels.stream().allMatch(p -> p.observed().dimension() == 1);
    return lines
        ? LegendEntry.line(
            share + "interval of an endmember's draws", FigureStyle.NAVY, FigureStyle.STRONG)
        : LegendEntry.ellipse(
            share + "ellipse of an endmember's draws", FigureStyle.NAVY, FigureStyle.STRONG);
  }

  private static int points(SimplexScatter.Panel panel) {
    return panel.observed().points();
  }
}
