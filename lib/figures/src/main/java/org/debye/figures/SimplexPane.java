package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/**
 * One panel of a {@link SimplexScatter}. Of a single coordinate the second axis is bare: crowds are
 * spread over its halves, observations below and draws above, and an ellipse becomes an interval.
 */
final class SimplexPane {
  private static final int MOST_DRAWS = 2_000;
  private static final double GOLDEN = 0.6180339887498949;
  // two-sided normal quantile of 90 %
  private static final double NORMAL = 1.6448536269514722;

  private final SimplexScatter.Panel panel;
  private final List<String> names;
  private final boolean line;

  private SimplexPane(SimplexScatter.Panel panel, List<String> names) {
    this.panel = panel;
    this.names = names;
    this.line = panel.observed().dimension() == 1;
  }

  static boolean crowded(SimplexScatter.Panel panel) {
    return panel.observed().points() > SimplexScatter.MOST_POINTS
        && panel.observed().dimension() > 1;
  }

  static boolean drawsMeanSimplex(SimplexScatter.Panel panel) {
    return panel.posterior().size() > 1 && panel.truth().points() == 0;
  }

  /** Point estimates differ from the truth's triangle and the draws' blue. */
  static SeriesStyle style(List<String> names, String name) {
    SeriesStyle[] styles = {
      new SeriesStyle(FigureStyle.VERMILION, Marker.CROSS, FigureStyle.LINE),
      new SeriesStyle(FigureStyle.GREEN, Marker.DIAMOND, FigureStyle.LINE),
      new SeriesStyle(FigureStyle.ORANGE, Marker.SQUARE, FigureStyle.LINE),
      new SeriesStyle(FigureStyle.PURPLE, Marker.PLUS, FigureStyle.LINE),
      new SeriesStyle(FigureStyle.NAVY, Marker.INVERTED, FigureStyle.LINE)
    };
    return styles[Math.max(0, names.indexOf(name)) % styles.length];
  }

  /**
   * Draws a panel.
   *
   * @param names of all panels' estimates, in the legend's order
   */
  static Pane of(SimplexScatter.Panel panel, List<String> names) {
    return new SimplexPane(panel, names).pane();
  }

  private Pane pane() {
    NumberAxis across = FigureStyle.axis(coordinate(panel.shown().across()));
    NumberAxis up = FigureStyle.axis(line ? "" : coordinate(panel.shown().up()));
    across.setRange(across().range(0.06));
    up.setRange(line ? new Range(0, 1) : up().range(0.06));
    up.setTickLabelsVisible(!line);
    up.setTickMarksVisible(!line);
    Pane pane = new Pane(across, up).titled(panel.title()).withoutGrid();
    if (!line) {
      pane.aspect(Pane.Aspect.EQUAL_UNITS);
    }
    addObserved(pane);
    addPosterior(pane);
    if (panel.truth().points() > 0) {
      pane.add(Marks.rimmed(edges(panel.truth(), 0.5), FigureStyle.INK, FigureStyle.LINE));
    } else if (drawsMeanSimplex(panel)) {
      pane.add(Marks.rimmed(edges(means(), 0.75), FigureStyle.NAVY, FigureStyle.DASHED));
    } else if (!panel.labels().endmembers().isEmpty()) {
      // names say that these are the corners of one simplex, not of several solutions
      pane.add(Marks.rimmed(edges(named(), 0.25), FigureStyle.VERMILION, FigureStyle.DASHED));
    }
    addEstimates(pane);
    if (panel.truth().points() > 0) {
      pane.add(signs(panel.truth(), 0.5, Marker.TRIANGLE, 12, FigureStyle.INK));
    }
    addNames(pane);
    return pane;
  }

  private String coordinate(int number) {
    return panel.labels().coordinate() + " " + (number + 1);
  }

  /** The endmembers whose names are written and whose simplex is drawn. */
  private PointSet named() {
    return panel.truth().points() > 0 || panel.estimates().isEmpty()
        ? panel.truth()
        : panel.estimates().get(0).endmembers();
  }

  private void addNames(Pane pane) {
    PointSet named = named();
    double[] up =
        line ? constant(named.points(), panel.truth().points() > 0 ? 0.5 : 0.25) : y(named);
    if (!panel.labels().endmembers().isEmpty()) {
      pane.add(Marks.names(x(named), up, panel.labels().endmembers()));
    }
  }

  private void addObserved(Pane pane) {
    double[] x = x(panel.observed());
    double[] y = line ? spread(x.length, 0.04) : y(panel.observed());
    if (crowded(panel)) {
      pane.add(DensityImage.of(x, y, across().range(0.06), up().range(0.06)));
    } else {
      pane.add(Marks.dots(thinned(x), thinned(y), 3.4, FigureStyle.CROWD));
    }
  }

  /** At most as many as are drawn as dots, evenly chosen. */
  private static double[] thinned(double[] values) {
    return everyOther(values, SimplexScatter.MOST_POINTS);
  }

  private static double[] everyOther(double[] values, int most) {
    int n = Math.min(values.length, most);
    double[] chosen = new double[n];
    Arrays.setAll(chosen, i -> values[(int) ((long) i * values.length / n)]);
    return chosen;
  }

  private void addPosterior(Pane pane) {
    for (PointSet cloud : panel.posterior()) {
      double[] x = everyOther(x(cloud), MOST_DRAWS);
      double[] y = line ? spread(x.length, 0.54) : everyOther(y(cloud), MOST_DRAWS);
      pane.add(Marks.dots(x, y, 2.2, FigureStyle.BLUE));
    }
    for (PointSet cloud : panel.posterior()) {
      if (line) {
        interval(x(cloud))
            .ifPresent(bar -> pane.add(Marks.rimmed(bar, FigureStyle.NAVY, FigureStyle.STRONG)));
      } else {
        ellipse(cloud)
            .ifPresent(
                round ->
                    pane.add(Marks.rimmed(round.path(), FigureStyle.NAVY, FigureStyle.STRONG)));
      }
    }
  }

  private void addEstimates(Pane pane) {
    // the first lies on top
    for (int i = panel.estimates().size() - 1; i >= 0; i--) {
      SimplexScatter.Estimate estimate = panel.estimates().get(i);
      SeriesStyle style = style(names, estimate.name());
      pane.add(
          signs(
              estimate.endmembers(),
              0.25,
              style.marker(),
              SimplexPage.ESTIMATE_SIZE,
              style.colour()));
    }
  }

  private Drawing signs(PointSet points, double level, Marker marker, double size, Color colour) {
    return Marks.markers(
        x(points), line ? constant(points.points(), level) : y(points), marker, size, colour);
  }

  private double[] x(PointSet points) {
    return points.column(panel.shown().across());
  }

  private double[] y(PointSet points) {
    return points.column(panel.shown().up());
  }

  private Limits across() {
    Limits limits = new Limits();
    limits.holdMost(x(panel.observed()), 0).hold(x(panel.truth()));
    panel.estimates().forEach(estimate -> limits.hold(x(estimate.endmembers())));
    for (PointSet cloud : panel.posterior()) {
      limits.holdMost(x(cloud), 0.005);
      if (!line) {
        ellipse(cloud).ifPresent(round -> limits.hold(round.left(), round.right()));
      }
    }
    return limits;
  }

  private Limits up() {
    Limits limits = new Limits();
    limits.hold(y(panel.observed())).hold(y(panel.truth()));
    panel.estimates().forEach(estimate -> limits.hold(y(estimate.endmembers())));
    for (PointSet cloud : panel.posterior()) {
      limits.holdMost(y(cloud), 0.005);
      ellipse(cloud).ifPresent(round -> limits.hold(round.foot(), round.top()));
    }
    return limits;
  }

  private Optional<CovarianceEllipse> ellipse(PointSet cloud) {
    return CovarianceEllipse.of(x(cloud), y(cloud), SimplexScatter.SHARE);
  }

  /** Mean and 1.64 standard deviations to either side. */
  private static Optional<Line2D> interval(double[] x) {
    return CovarianceEllipse.of(x, new double[x.length], SimplexScatter.SHARE)
        .map(
            round -> {
              double sd = round.l11() / Math.sqrt(-2 * Math.log(1 - SimplexScatter.SHARE));
              return new Line2D.Double(
                  round.centreX() - NORMAL * sd, 0.75, round.centreX() + NORMAL * sd, 0.75);
            });
  }

  private PointSet means() {
    int d = panel.observed().dimension();
    double[] means = new double[panel.posterior().size() * d];
    Arrays.setAll(
        means,
        i ->
            Arrays.stream(Limits.finite(panel.posterior().get(i / d).column(i % d)))
                .average()
                .orElse(Double.NaN));
    return new PointSet(means, d);
  }

  /** Every edge between two endmembers: the whole simplex, seen from any side. */
  private Path2D edges(PointSet corners, double level) {
    Path2D path = new Path2D.Double();
    double[] x = x(corners);
    double[] y = line ? constant(x.length, level) : y(corners);
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (Double.isFinite(x[i] + y[i] + x[j] + y[j])) {
          path.moveTo(x[i], y[i]);
          path.lineTo(x[j], y[j]);
        }
      }
    }
    return path;
  }

  private static double[] constant(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }

  /** An even spread without chance, over four tenths of the axis. */
  private static double[] spread(int n, double from) {
    double[] places = new double[n];
    Arrays.setAll(places, i -> from + 0.42 * (i * GOLDEN % 1));
    return places;
  }
}
