package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link CurvePanels}. */
final class CurvePanelsPage {
  private static final int MANY = 400;
  private static final double DOT = 3;
  private static final double SIGN = 8;

  private final CurvePanels figure;
  private final List<String> names;
  private final int[] order;

  private CurvePanelsPage(CurvePanels figure) {
    this.figure = figure;
    names =
        figure.panels().stream()
            .flatMap(panel -> panel.curves().stream())
            .map(Curve::name)
            .distinct()
            .toList();
    double[] places = figure.across().places();
    order =
        IntStream.range(0, places.length)
            .filter(i -> Double.isFinite(places[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> places[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  static Page of(CurvePanels figure) {
    return new CurvePanelsPage(figure).page();
  }

  private Page page() {
    int panels = figure.panels().size();
    PaneGrid grid = PaneGrid.even(panels, 1);
    for (int i = 0; i < panels; i++) {
      grid.put(i, 0, pane(figure.panels().get(i), i == panels - 1));
    }
    Page page = new Page(figure.title(), 150 + panels * (panels > 3 ? 150 : 200), grid);
    for (int i = 0; i < names.size(); i++) {
      page.with(entry(i));
    }
    return figure.span().isNone()
        ? page
        : page.with(LegendEntry.patch(figure.span().name(), FigureStyle.BAND_GREY));
  }

  private LegendEntry entry(int curve) {
    SeriesStyle style = SeriesStyle.paired(curve);
    Look look =
        figure.panels().stream()
            .flatMap(panel -> panel.curves().stream())
            .filter(one -> one.name().equals(names.get(curve)))
            .findFirst()
            .orElseThrow()
            .look();
    return switch (look) {
      case LINE -> LegendEntry.line(names.get(curve), style.colour(), style.stroke());
      case POINTS -> LegendEntry.marker(names.get(curve), style.marker(), SIGN, style.colour());
      case LINE_AND_POINTS ->
          LegendEntry.marker(names.get(curve), style.marker(), SIGN, style.colour())
              .on(style.colour(), style.stroke());
    };
  }

  private Pane pane(CurvePanels.Panel panel, boolean lowest) {
    ScaledAxis shown = figure.across();
    double[] x = pick(shown.places());
    String label = lowest ? shown.label() : "";
    NumberAxis across =
        shown.scale() == AxisScale.LOGARITHMIC
            ? DecadeAxis.labelled(label)
            : FigureStyle.axis(label);
    across.setRange(new Limits().hold(x).range(0.015));
    across.setTickLabelsVisible(lowest);
    if (shown.isWhole()) {
      across.setStandardTickUnits(PlainTicks.whole());
    }
    NumberAxis up = FigureStyle.axis(panel.label());
    Limits limits = new Limits();
    panel.curves().forEach(curve -> limits.hold(curve.values()));
    Range range =
        panel.low() < panel.high() ? new Range(panel.low(), panel.high()) : limits.range(0.07);
    up.setRange(range);
    Pane pane = new Pane(across, up).titled(panel.title());
    mark(pane, range);
    for (Curve curve : panel.curves()) {
      draw(pane, x, pick(curve.values()), curve);
    }
    return pane;
  }

  private void mark(Pane pane, Range range) {
    CurvePanels.Span span = figure.span();
    if (span.isNone()) {
      return;
    }
    AxisScale scale = figure.across().scale();
    double from = scale.place(span.from());
    double to = scale.place(span.to());
    pane.add(
        Marks.fill(
            new Rectangle2D.Double(from, range.getLowerBound(), to - from, range.getLength()),
            FigureStyle.BAND_GREY));
    if (Double.isFinite(span.at())) {
      pane.add(Marks.upright(scale.place(span.at()), FigureStyle.INK, FigureStyle.LINE));
    }
  }

  private void draw(Pane pane, double[] x, double[] y, Curve curve) {
    SeriesStyle style = SeriesStyle.paired(names.indexOf(curve.name()));
    if (curve.look() != Look.POINTS) {
      pane.add(Marks.line(Curves.path(x, y), style.colour(), style.stroke()));
    }
    if (curve.look() != Look.LINE) {
      pane.add(
          x.length > MANY
              ? Marks.dots(x, y, DOT, style.colour())
              : Marks.markers(x, y, style.marker(), SIGN, style.colour()));
    }
  }

  private double[] pick(double[] values) {
    return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
  }
}
