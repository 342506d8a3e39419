package org.debye.figures;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
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
        switch (figure.places()) {
          case UMAP ->
              "Maps by UMAP; places have no unit, and distances between groups say little.";
          case COMPONENTS ->
              "Scores of principal components, each divided by the largest, whatever its sign.";
        });
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
        new Pane(axis(label(1), x), axis(leftmost ? label(2) : "", y))
            .titled(panel.title())
            .aspect(Pane.Aspect.EQUAL_UNITS)
            .withoutGrid();
    double size = x.length > MANY ? 5 : 8;
    if (figure.colouring() instanceof PlaneMaps.Colouring.ByClass classes) {
      pane.add(Marks.dots(x, withoutLabel(y, panel.values()), 4, FigureStyle.CROWD));
      return pane.add(signs(panel, size, value -> byClass(value, classes.names().size())));
    }
    return pane.add(
        signs(panel, size, value -> new Sign(Marker.CIRCLE, new Color(colours.rgb(value)))));
  }

  private String label(int place) {
    return switch (figure.places()) {
      case UMAP -> "UMAP " + place;
      case COMPONENTS -> "Score " + place + " / largest";
    };
  }

  /** How a point looks. */
  private record Sign(Marker marker, Color colour) {}

  private static Sign byClass(double value, int classes) {
    SeriesStyle style = SeriesStyle.paired(Math.min(classes - 1, (int) value));
    return new Sign(style.marker(), style.colour());
  }

  private static double[] withoutLabel(double[] y, double[] values) {
    double[] shown = y.clone();
    for (int i = 0; i < y.length; i++) {
      shown[i] = Double.isFinite(values[i]) ? Double.NaN : y[i];
    }
    return shown;
  }

  private static Drawing signs(PlaneMaps.Panel panel, double size, DoubleFunction<Sign> look) {
    double[] x = panel.places().column(0);
    double[] y = panel.places().column(1);
    double[] values = panel.values();
    return (g2, view) -> {
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(values[i])) {
          look.apply(values[i]).marker().drawRim(g2, view.x(x[i]), view.y(y[i]), size);
        }
      }
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(values[i])) {
          Sign sign = look.apply(values[i]);
          sign.marker().drawBody(g2, view.x(x[i]), view.y(y[i]), size, sign.colour());
        }
      }
    };
  }

  private NumberAxis axis(String label, double[] places) {
    NumberAxis axis = FigureStyle.axis(label);
    axis.setRange(new Limits().hold(places).range(MARGIN));
    boolean numbers = figure.places() == PlaneMaps.Places.COMPONENTS;
    axis.setTickLabelsVisible(numbers);
    axis.setTickMarksVisible(numbers);
    return axis;
  }
}
