package org.debye.figures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link PlaneMaps}. */
final class PlaneMapsPage {
  private static final int MOST_COLUMNS = 3;
  private static final int[] ROW_HEIGHTS = {560, 400, 300};
  private static final double MARGIN = 0.06;

  /** Points beyond which signs are drawn smaller. */
  private static final int MANY = 600;

  private final PlaneMaps figure;
  private final Colours colours;

  private PlaneMapsPage(PlaneMaps figure) {
    this.figure = figure;
    colours =
        Colours.over(
            ColourScale.LINEAR,
            figure.panels().stream().flatMapToDouble(panel -> Arrays.stream(panel.values())));
  }

  static Page of(PlaneMaps figure) {
    return new PlaneMapsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    int columns = Math.min(MOST_COLUMNS, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < panels; i++) {
      grid.put(i / columns, i % columns, pane(figure.panels().get(i), i % columns == 0));
    }
    Page page = new Page(figure.title(), 110 + rows * ROW_HEIGHTS[columns - 1], grid);
    if (figure.colouring() instanceof PlaneMaps.Colouring.ByCourse course) {
      grid.with(new ColourBar(colours, course.label(), 0, rows - 1));
    } else if (figure.colouring() instanceof PlaneMaps.Colouring.ByClass classes) {
      legend(page, classes.names());
    }
    return page.noted(
        "Maps by UMAP; places have no unit, and distances between groups say little.");
  }

  private void legend(Page page, List<String> names) {
    for (int k = 0; k < names.size(); k++) {
      SeriesStyle style = SeriesStyle.paired(k);
      page.with(LegendEntry.marker(names.get(k), style.marker(), 9, style.colour()));
    }
    boolean unknown =
        figure.panels().stream()
            .flatMapToDouble(panel -> Arrays.stream(panel.values()))
            .anyMatch(value -> !Double.isFinite(value));
    if (unknown) {
      page.with(LegendEntry.dots("no label", 4, FigureStyle.CROWD));
    }
  }

  private Pane pane(PlaneMaps.Panel panel, boolean leftmost) {
    double[] x = panel.places().column(0);
    double[] y = panel.places().column(1);
    Pane pane =
        new Pane(axis("UMAP 1", x), axis(leftmost ? "UMAP 2" : "", y))
            .titled(panel.title())
            .aspect(Pane.Aspect.EQUAL_UNITS)
            .withoutGrid();
    double size = x.length > MANY ? 5 : 8;
    if (figure.colouring() instanceof PlaneMaps.Colouring.ByClass classes) {
      pane.add(Marks.dots(x, hidden(y, panel.values(), -1), 4, FigureStyle.CROWD));
      for (int k = 0; k < classes.names().size(); k++) {
        SeriesStyle style = SeriesStyle.paired(k);
        pane.add(
            Marks.markers(x, hidden(y, panel.values(), k), style.marker(), size, style.colour()));
      }
    } else {
      pane.add(course(x, y, panel.values(), size));
    }
    return pane;
  }

  /** What is not of a class, -1 for none, is not drawn. */
  private static double[] hidden(double[] y, double[] values, int group) {
    double[] shown = y.clone();
    for (int i = 0; i < y.length; i++) {
      int own = Double.isFinite(values[i]) ? (int) values[i] : -1;
      if (own != group) {
        shown[i] = Double.NaN;
      }
    }
    return shown;
  }

  private Drawing course(double[] x, double[] y, double[] values, double size) {
    int[] places = IntStream.range(0, x.length).toArray();
    return (g2, view) -> {
      for (int i : places) {
        if (Double.isFinite(values[i])) {
          Marker.CIRCLE.draw(
              g2, view.x(x[i]), view.y(y[i]), size, new Color(colours.rgb(values[i])));
        }
      }
    };
  }

  private static NumberAxis axis(String label, double[] places) {
    NumberAxis axis = FigureStyle.axis(label);
    axis.setRange(new Limits().hold(places).range(MARGIN));
    axis.setTickLabelsVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }
}
