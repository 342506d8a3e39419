package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link EndmemberBands}. */
final class EndmemberPage {
  /** Share of the points at which two 90 % bands may meet in one panel. */
  private static final double HARDLY = 0.1;

  /** Told apart by lightness; the overlays have other colours. */
  private static final Color[] TOGETHER = {
    FigureStyle.NAVY, FigureStyle.BLUE, FigureStyle.GREEN, FigureStyle.ORANGE
  };

  private static final Stroke THIN = new BasicStroke(1.3f);

  private final EndmemberBands figure;
  private final double[] x;
  private final boolean together;
  private final List<String> overlays = new ArrayList<>();

  private EndmemberPage(EndmemberBands figure) {
    this.figure = figure;
    x = figure.axis().places();
    together =
        switch (figure.arrangement()) {
          case TOGETHER -> true;
          case APART -> false;
          case AUTOMATIC -> figure.endmembers().size() <= TOGETHER.length && !overlapping();
        };
  }

  static Page of(EndmemberBands figure) {
    return new EndmemberPage(figure).page();
  }

  private Page page() {
    int count = figure.endmembers().size();
    int columns = together || count <= 3 ? 1 : 2;
    int rows = together ? 1 : (count + columns - 1) / columns;
    PaneGrid grid = PaneGrid.even(rows, columns);
    Limits limits = new Limits();
    figure.endmembers().forEach(endmember -> hold(limits, endmember));
    Range range = limits.range(0.04);
    Pane shared = pane(range, true, true);
    for (int i = 0; i < count; i++) {
      EndmemberBands.Endmember endmember = figure.endmembers().get(i);
      Pane pane =
          together
              ? shared
              : pane(range, i % columns == 0, i + columns >= count).titled(endmember.name());
      draw(pane, endmember, together ? TOGETHER[i % TOGETHER.length] : FigureStyle.BLUE);
      grid.put(together ? 0 : i / columns, together ? 0 : i % columns, pane);
    }
    Page page = new Page(figure.title(), together ? FigureStyle.HEIGHT : 130 + rows * 185, grid);
    addLegend(page);
    return page;
  }

  private Pane pane(Range range, boolean leftmost, boolean lowest) {
    String label = lowest ? figure.axis().label() : "";
    NumberAxis across =
        figure.axis().scale() == AxisScale.LOGARITHMIC
            ? DecadeAxis.labelled(label)
            : FigureStyle.axis(label);
    across.setRange(new Limits().hold(x).range(0));
    across.setTickLabelsVisible(lowest);
    NumberAxis up = FigureStyle.axis(leftmost ? figure.quantity() : "");
    up.setRange(range);
    up.setTickLabelsVisible(leftmost);
    return new Pane(across, up);
  }

  private void draw(Pane pane, EndmemberBands.Endmember endmember, Color colour) {
    if (endmember.most().low().length > 0) {
      pane.add(
          Marks.fill(
              Marks.between(x, endmember.most().low(), endmember.most().high()),
              tint(colour, 0.28)));
    }
    if (endmember.half().low().length > 0) {
      pane.add(
          Marks.fill(
              Marks.between(x, endmember.half().low(), endmember.half().high()),
              tint(colour, 0.55)));
    }
    pane.add(Marks.line(Curves.path(x, endmember.centre()), colour, FigureStyle.STRONG));
    for (EndmemberBands.Overlay overlay : endmember.references()) {
      pane.add(Marks.line(Curves.path(x, overlay.values()), FigureStyle.INK, FigureStyle.DASHED));
    }
    for (EndmemberBands.Overlay overlay : endmember.estimates()) {
      if (!overlays.contains(overlay.name())) {
        overlays.add(overlay.name());
      }
      pane.add(Marks.line(Curves.path(x, overlay.values()), overlay(overlay.name()), THIN));
    }
  }

  private Color overlay(String name) {
    Color[] colours = {FigureStyle.VERMILION, FigureStyle.PURPLE, FigureStyle.INK};
    return colours[overlays.indexOf(name) % colours.length];
  }

  private void addLegend(Page page) {
    List<EndmemberBands.Endmember> all = figure.endmembers();
    for (int i = 0; together && i < all.size(); i++) {
      page.with(
          LegendEntry.line(all.get(i).name(), TOGETHER[i % TOGETHER.length], FigureStyle.STRONG));
    }
    if (!together) {
      page.with(LegendEntry.line("endmember", FigureStyle.BLUE, FigureStyle.STRONG));
    }
    Color base = together ? FigureStyle.INK : FigureStyle.BLUE;
    if (all.stream().anyMatch(endmember -> endmember.half().low().length > 0)) {
      page.with(LegendEntry.patch("50 % band", tint(base, 0.55)));
    }
    if (all.stream().anyMatch(endmember -> endmember.most().low().length > 0)) {
      page.with(LegendEntry.patch("90 % band", tint(base, 0.28)));
    }
    all.stream()
        .flatMap(endmember -> endmember.references().stream())
        .map(EndmemberBands.Overlay::name)
        .distinct()
        .forEach(name -> page.with(LegendEntry.line(name, FigureStyle.INK, FigureStyle.DASHED)));
    overlays.forEach(name -> page.with(LegendEntry.line(name, overlay(name), THIN)));
  }

  /** The colour thinned with white, opaque, so that what lies below does not show. */
  private static Color tint(Color colour, double share) {
    return new Color(
        (int) Math.round(255 + share * (colour.getRed() - 255)),
        (int) Math.round(255 + share * (colour.getGreen() - 255)),
        (int) Math.round(255 + share * (colour.getBlue() - 255)));
  }

  private static void hold(Limits limits, EndmemberBands.Endmember endmember) {
    limits.hold(endmember.centre());
    limits.hold(endmember.most().low()).hold(endmember.most().high());
    limits.hold(endmember.half().low()).hold(endmember.half().high());
    endmember.references().forEach(overlay -> limits.hold(overlay.values()));
    endmember.estimates().forEach(overlay -> limits.hold(overlay.values()));
  }

  /** Whether two bands, or lines that have none, meet at more points than one panel bears. */
  private boolean overlapping() {
    List<EndmemberBands.Endmember> all = figure.endmembers();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        int meet = 0;
        for (int point = 0; point < x.length; point++) {
          boolean apart =
              low(all.get(i), point) > high(all.get(j), point)
                  || low(all.get(j), point) > high(all.get(i), point);
          meet += apart ? 0 : 1;
        }
        if (meet > HARDLY * x.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static double low(EndmemberBands.Endmember endmember, int point) {
    double[] low = endmember.most().low();
    return low.length > 0 ? low[point] : endmember.centre()[point];
  }

  private static double high(EndmemberBands.Endmember endmember, int point) {
    double[] high = endmember.most().high();
    return high.length > 0 ? high[point] : endmember.centre()[point];
  }
}
