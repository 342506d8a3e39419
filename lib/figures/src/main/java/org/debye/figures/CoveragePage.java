package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.data.Range;

/** Lays out a {@link CoveragePlot}: levels across, covered share upwards, methods side by side. */
final class CoveragePage {
  private static final int MOST_COLUMNS = 3;
  private static final double GROUP = 0.7;

  private final CoveragePlot figure;
  private final double[] nominal;
  private final List<String> methods;
  private final Range shares;

  private CoveragePage(CoveragePlot figure) {
    this.figure = figure;
    nominal = levels().mapToDouble(CoveragePlot.Level::nominal).sorted().distinct().toArray();
    methods =
        figure.panels().stream()
            .flatMap(panel -> panel.methods().stream())
            .map(CoveragePlot.Method::name)
            .distinct()
            .toList();
    Limits limits = new Limits().hold(100);
    limits.hold(Arrays.stream(nominal).map(n -> 100 * n).toArray());
    levels().forEach(level -> limits.hold(100 * level.low(), 100 * level.covered()));
    Range held = limits.range(0.05);
    shares = new Range(Math.max(-2, held.getLowerBound()), 102);
  }

  static Page of(CoveragePlot figure) {
    return new CoveragePage(figure).page();
  }

  private Stream<CoveragePlot.Level> levels() {
    return figure.panels().stream()
        .flatMap(panel -> panel.methods().stream())
        .flatMap(method -> method.levels().stream());
  }

  private Page page() {
    int panels = figure.panels().size();
    int columns = panels == 4 ? 2 : Math.min(MOST_COLUMNS, panels);
    int rows = (panels + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    for (int i = 0; i < panels; i++) {
      grid.put(i / columns, i % columns, pane(i, i % columns == 0, i + columns >= panels));
    }
    Page page = new Page(figure.title(), 130 + rows * (columns == 1 ? 420 : 280), grid);
    for (int i = 0; i < methods.size(); i++) {
      SeriesStyle style = SeriesStyle.of(i);
      page.with(
          LegendEntry.marker(methods.get(i), style.marker(), 10, style.colour())
              .on(style.colour(), FigureStyle.LINE));
    }
    return page.with(LegendEntry.line("nominal", FigureStyle.INK, FigureStyle.DASHED))
        .noted("Bars: " + figure.bounds() + ".");
  }

  private Pane pane(int panel, boolean leftmost, boolean lowest) {
    NumberAxis across = levelAxis(lowest ? "Nominal coverage (%)" : "");
    NumberAxis up = FigureStyle.axis(leftmost ? "Intervals that hold the truth (%)" : "");
    up.setRange(shares);
    up.setTickLabelsVisible(leftmost);
    CoveragePlot.Panel shown = figure.panels().get(panel);
    Pane pane = new Pane(across, up).titled(shown.title()).withoutUprights();
    for (int i = 0; i < nominal.length; i++) {
      Line2D line = new Line2D.Double(i - 0.45, 100 * nominal[i], i + 0.45, 100 * nominal[i]);
      pane.add(Marks.line(line, FigureStyle.INK, FigureStyle.DASHED));
    }
    for (CoveragePlot.Method method : shown.methods()) {
      addMethod(pane, method);
    }
    return pane;
  }

  private void addMethod(Pane pane, CoveragePlot.Method method) {
    int place = methods.indexOf(method.name());
    SeriesStyle style = SeriesStyle.of(place);
    double offset = GROUP * ((place + 0.5) / methods.size() - 0.5);
    for (CoveragePlot.Level level : method.levels()) {
      double x = Arrays.binarySearch(nominal, level.nominal()) + offset;
      pane.add((g2, view) -> drawLevel(g2, view, x, level, style));
    }
  }

  private static void drawLevel(
      Graphics2D g2, Drawing.View view, double x, CoveragePlot.Level level, SeriesStyle style) {
    if (!Double.isFinite(level.covered())) {
      return;
    }
    double left = view.x(x);
    double low = view.y(100 * level.low());
    double high = view.y(100 * level.high());
    Color colour = style.colour();
    g2.setPaint(colour);
    g2.setStroke(new BasicStroke(1.6f));
    g2.draw(new Line2D.Double(left, low, left, high));
    g2.draw(new Line2D.Double(left - 4, low, left + 4, low));
    g2.draw(new Line2D.Double(left - 4, high, left + 4, high));
    style.marker().draw(g2, left, view.y(100 * level.covered()), 9, colour);
  }

  private NumberAxis levelAxis(String label) {
    String[] names = new String[nominal.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = String.format(Locale.ROOT, "%.3g", 100 * nominal[i]).replaceAll("\\.0+$", "");
    }
    SymbolAxis axis = new SymbolAxis("", names);
    FigureStyle.dress(axis, label);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
    return axis;
  }
}
