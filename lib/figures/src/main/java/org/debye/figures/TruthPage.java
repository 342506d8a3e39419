package org.debye.figures;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** Lays out {@link EstimateAgainstTruth}: densities above, scatters below, a column a method. */
final class TruthPage {
  private static final double MOST_BEYOND = 0.025;
  private static final int MOST_DOTS = 5_000;

  private final EstimateAgainstTruth figure;
  private final boolean errors;
  private final Range truth;
  private final Range error;
  private final Range estimate;

  private TruthPage(EstimateAgainstTruth figure) {
    this.figure = figure;
    errors = figure.view() == EstimateAgainstTruth.View.ERROR;
    Limits values = new Limits();
    double reach = 0;
    for (EstimateAgainstTruth.Method method : figure.methods()) {
      values.hold(method.truth());
      double[] sizes = Limits.finite(absolute(errors(method)));
      double most = sizes.length == 0 ? 0 : sizes[sizes.length - 1];
      double usual = 1.3 * Limits.quantile(sizes, 1 - MOST_BEYOND);
      reach = Math.max(reach, sizes.length == 0 ? 0 : Math.min(1.05 * most, usual));
    }
    truth = values.range(0.04);
    double half = reach > 0 ? reach : 1;
    error = new Range(-half, half);
    estimate = new Limits().hold(truth.getLowerBound(), truth.getUpperBound()).range(0.1);
  }

  static Page of(EstimateAgainstTruth figure) {
    return new TruthPage(figure).page();
  }

  private Page page() {
    int methods = figure.methods().size();
    double[] widths = new double[methods];
    Arrays.fill(widths, 1);
    PaneGrid grid = new PaneGrid(widths, new double[] {1, 2.6});
    double[][] densities = new double[methods][];
    double highest = 0;
    for (int i = 0; i < methods; i++) {
      densities[i] = density(i).y();
      highest = Math.max(highest, Arrays.stream(densities[i]).max().orElse(0));
    }
    for (int i = 0; i < methods; i++) {
      grid.put(0, i, densityPane(i, highest)).put(1, i, scatterPane(i));
    }
    Page page = new Page(figure.title(), 600, grid);
    if (figure.methods().stream().anyMatch(method -> !isDense(method))) {
      page.with(LegendEntry.dots(figure.quantity(), 3.4, FigureStyle.BLUE));
    }
    if (figure.methods().stream().anyMatch(TruthPage::isDense)) {
      page.with(
          LegendEntry.patch("density of points (logarithmic)", new Color(DensityImage.MIDDLE)));
    }
    page.with(
            LegendEntry.line(
                errors ? "no error" : "estimate = truth", FigureStyle.INK, FigureStyle.DASHED))
        .with(LegendEntry.line("density of the error", FigureStyle.VERMILION, FigureStyle.STRONG));
    return page;
  }

  private Density density(int method) {
    return Density.of(
        errors(figure.methods().get(method)), error.getLowerBound(), error.getUpperBound());
  }

  private Pane densityPane(int i, double highest) {
    EstimateAgainstTruth.Method method = figure.methods().get(i);
    NumberAxis across = FigureStyle.axis(errors ? "" : "Error" + unit());
    across.setRange(error);
    across.setTickLabelsVisible(!errors);
    NumberAxis up = FigureStyle.axis(i == 0 ? "Density" : "");
    up.setRange(0, highest > 0 ? 1.08 * highest : 1);
    up.setTickLabelsVisible(false);
    up.setTickMarksVisible(false);
    Density density = density(i);
    double[] zero = new double[Density.CELLS];
    double[] sizes = Limits.finite(absolute(errors(method)));
    long beyond = beyond(method);
    return new Pane(across, up)
        .titled(method.name())
        .noted("median |error| " + Numbers.text(Limits.quantile(sizes, 0.5)))
        .noted("n = " + sizes.length + (beyond == 0 ? "" : ", " + beyond + " beyond the limits"))
        .withoutGrid()
        .add(Marks.fill(Marks.between(density.x(), zero, density.y()), FigureStyle.PALE))
        .add(
            Marks.line(
                Curves.path(density.x(), density.y()), FigureStyle.VERMILION, FigureStyle.STRONG))
        .add(Marks.upright(0, FigureStyle.INK, FigureStyle.DASHED));
  }

  private Pane scatterPane(int i) {
    EstimateAgainstTruth.Method method = figure.methods().get(i);
    String upLabel = (errors ? "Truth" : "Estimate") + unit();
    NumberAxis across = FigureStyle.axis((errors ? "Estimate − truth" : "Truth") + unit());
    NumberAxis up = FigureStyle.axis(i == 0 ? upLabel : "");
    across.setRange(errors ? error : truth);
    up.setRange(errors ? truth : estimate);
    up.setTickLabelsVisible(i == 0);
    double[] x = errors ? errors(method) : method.truth();
    double[] y = errors ? method.truth() : method.estimate();
    Pane pane = new Pane(across, up);
    if (isDense(method)) {
      pane.add(DensityImage.of(x, y, across.getRange(), up.getRange()));
    } else {
      pane.add(Marks.dots(x, y, 3.4, FigureStyle.BLUE));
    }
    return pane.add(Marks.line(perfect(), FigureStyle.INK, FigureStyle.DASHED));
  }

  /** Whether there are too many for dots. */
  private static boolean isDense(EstimateAgainstTruth.Method method) {
    return method.truth().length > MOST_DOTS;
  }

  /** What stands in brackets at the quantity's end. */
  private String unit() {
    int bracket = figure.quantity().lastIndexOf(" (");
    return bracket < 0 ? "" : figure.quantity().substring(bracket);
  }

  /** Where estimates without error stand. */
  private Path2D perfect() {
    double low = truth.getLowerBound() - truth.getLength();
    double high = truth.getUpperBound() + truth.getLength();
    return new Path2D.Double(
        errors ? new Line2D.Double(0, low, 0, high) : new Line2D.Double(low, low, high, high));
  }

  private long beyond(EstimateAgainstTruth.Method method) {
    double[] differences = errors(method);
    long beyond = 0;
    for (int i = 0; i < differences.length; i++) {
      boolean outside =
          errors ? !error.contains(differences[i]) : !estimate.contains(method.estimate()[i]);
      beyond += Double.isFinite(differences[i]) && outside ? 1 : 0;
    }
    return beyond;
  }

  private static double[] errors(EstimateAgainstTruth.Method method) {
    double[] errors = new double[method.truth().length];
    Arrays.setAll(errors, i -> method.estimate()[i] - method.truth()[i]);
    return errors;
  }

  private static double[] absolute(double[] values) {
    return Arrays.stream(values).map(Math::abs).toArray();
  }
}
