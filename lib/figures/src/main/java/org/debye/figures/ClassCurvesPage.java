package org.debye.figures;

import java.awt.Color;
import java.awt.FontMetrics;
import java.util.Arrays;
import org.debye.figures.ClassCurves.Curve;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link ClassCurves}. */
final class ClassCurvesPage {
  private static final int HEIGHT = 640;
  private static final double OVERLAP = 0.3;
  private static final double ROOM = 0.1;
  private static final double WIDE = 0.19;

  private final ClassCurves figure;
  private final double[] x;
  private final double step;

  private ClassCurvesPage(ClassCurves figure) {
    this.figure = figure;
    this.x = figure.axis().values();
    this.step = step();
  }

  static Page of(ClassCurves figure) {
    return new ClassCurvesPage(figure).page();
  }

  private Page page() {
    Page page =
        new Page(
            figure.title(),
            HEIGHT,
            new PaneGrid(new double[] {1}, new double[] {1}).put(0, 0, pane()));
    for (int group = 0; group < figure.classes().size(); group++) {
      int wanted = group;
      if (figure.curves().stream().anyMatch(curve -> curve.group() == wanted)) {
        page.with(LegendEntry.line(figure.classes().get(group), colour(group), FigureStyle.STRONG));
      }
    }
    return page;
  }

  private Pane pane() {
    double first = Arrays.stream(x).min().orElseThrow();
    double last = Arrays.stream(x).max().orElseThrow();
    double length = last - first;
    NumberAxis across = new SpanAxis(last);
    FigureStyle.dress(across, figure.axis().kind().label());
    across.setRange(first, last + (repeats() ? WIDE : ROOM) * (length > 0 ? length : 1));
    NumberAxis up = FigureStyle.axis("Intensity (arb. units, offset for clarity)");
    up.setTickLabelsVisible(false);
    up.setTickMarksVisible(false);
    Limits limits = new Limits();
    for (int i = 0; i < figure.curves().size(); i++) {
      limits.hold(raised(i));
    }
    limits.hold((figure.curves().size() + 0.4) * step);
    up.setRange(limits.range(0.03));
    Pane pane = new Pane(across, up).withoutGrid();
    for (int i = figure.curves().size() - 1; i >= 0; i--) {
      Curve curve = figure.curves().get(i);
      Color colour = colour(curve.group());
      double[] y = raised(i);
      pane.add(Marks.line(Curves.path(x, y), colour, FigureStyle.LINE));
      pane.add(name(label(curve), last, i * step + foot(curve), colour));
    }
    double top = up.getRange().getUpperBound();
    return pane.add(
        (g2, view) -> {
          g2.setFont(FigureStyle.NOTE);
          FontMetrics metrics = g2.getFontMetrics();
          g2.setPaint(FigureStyle.INK);
          g2.drawString(
              heading(),
              (float) (view.area().getMaxX() - metrics.stringWidth(heading()) - 6),
              (float) (view.y(top) + metrics.getAscent() + 4));
        });
  }

  /** With many classes colours come again, and labels tell. */
  private boolean repeats() {
    return figure.classes().size() > SeriesStyle.colours();
  }

  private String heading() {
    return FigureStyle.text(figure.heading() + (repeats() ? ": class" : ""));
  }

  private String label(Curve curve) {
    return repeats() ? curve.label() + ": " + figure.classes().get(curve.group()) : curve.label();
  }

  private static Drawing name(String text, double x, double y, Color colour) {
    return (g2, view) -> {
      g2.setFont(FigureStyle.NOTE);
      g2.setPaint(colour);
      g2.drawString(
          FigureStyle.text(text),
          (float) (view.x(x) + 8),
          (float) (view.y(y) + 0.38 * g2.getFontMetrics().getAscent()));
    };
  }

  private double[] raised(int curve) {
    return Arrays.stream(figure.curves().get(curve).intensity())
        .map(value -> value + curve * step)
        .toArray();
  }

  /** Where a curve leaves the picture: the median of its last twentieth. */
  private double foot(Curve curve) {
    int points = x.length;
    int tail = Math.max(1, points / 20);
    double[] end = Limits.finite(Arrays.copyOfRange(curve.intensity(), points - tail, points));
    return end.length == 0 ? 0 : Limits.quantile(end, 0.5);
  }

  /** A third of the tallest curve's height above its median, single bright points left out. */
  private double step() {
    double tallest = 0;
    for (Curve curve : figure.curves()) {
      double[] sorted = Limits.finite(curve.intensity());
      if (sorted.length > 0) {
        double median = Limits.quantile(sorted, 0.5);
        double most = sorted[sorted.length - 1] - median;
        tallest = Math.max(tallest, Math.max(Limits.quantile(sorted, 0.999) - median, 0.15 * most));
      }
    }
    return tallest > 0 ? OVERLAP * tallest : 1;
  }

  /** The first three differ in lightness too, so that grey tells them apart. */
  private static Color colour(int group) {
    return SeriesStyle.paired(group).colour();
  }
}
