package org.debye.jobs.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.debye.evaluation.transition.ChangePoint;
import org.debye.exploration.PrincipalAxes;
import org.debye.exploration.PrincipalFactors;
import org.debye.figures.ClassCurves;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.CurvePanels.Panel;
import org.debye.figures.Figure;
import org.debye.figures.ScaledAxis;
import org.debye.figures.ScreePlot;
import org.debye.figures.Waterfall;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.scene.SceneInput;

/** The pictures of an exploration, as the authors of the thesis draw them. */
final class ExploreFigures {
  /** Drawn last: where it is there, all are. */
  static final String LAST = "reconstruction";

  private static final int MOST_SERIES = 9;
  private static final int STACKED = 16;
  private static final int AROUND = 5;
  private static final int SCORES = 4;
  private static final int FACTORS = 20;

  private final ExploreConfig config;
  private final SceneInput input;
  private final Explored found;

  ExploreFigures(ExploreConfig config, SceneInput input, Explored found) {
    this.config = config;
    this.input = input;
    this.found = found;
  }

  /** By file name; each is made when it is drawn. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    figures.put("scree", this::scree);
    PrincipalFactors factors = found.factors();
    if (factors != null) {
      figures.put("factors", () -> factors(factors));
    }
    if (factors != null && !found.targets().isEmpty()) {
      figures.put("targets", this::targets);
    }
    figures.put("loadings", this::loadings);
    int several = Math.min(MOST_SERIES, found.series().size());
    if (several == 0) {
      figures.put("curves", () -> stack(title("spectra"), chosen(0, input.spectra())));
      figures.put("scores", () -> scores(null));
    }
    for (int s = 0; s < several; s++) {
      Series series = found.series().get(s);
      String suffix = several == 1 ? "" : "-" + (s + 1);
      figures.put(
          "curves" + suffix,
          () -> stack(title(series.datasetId()), chosen(series.from(), series.frames().length)));
      figures.put("scores" + suffix, () -> scores(series));
      for (int b = 0; b < series.boundaries().size(); b++) {
        int boundary = b;
        figures.put(
            "boundary" + suffix + (series.boundaries().size() == 1 ? "" : "-" + (b + 1)),
            () -> boundary(series, boundary));
      }
    }
    if (found.stability().size() > 1) {
      figures.put("stability", this::stability);
    }
    figures.put(LAST, this::reconstruction);
    return figures;
  }

  private String title(String what) {
    String name = config.title();
    return what.startsWith(name) ? what : name + ", " + what;
  }

  private Figure scree() {
    double[] shares = new double[found.axes().count()];
    Arrays.setAll(shares, found.axes()::share);
    return new ScreePlot(config.title(), shares, found.components());
  }

  /** What Malinowski's criteria say of each number of factors. */
  private Figure factors(PrincipalFactors factors) {
    int most = Math.min(FACTORS, factors.most());
    double[] numbers = IntStream.rangeClosed(1, most).asDoubleStream().toArray();
    double[] indicator = new double[most];
    double[] significance = new double[most];
    for (int n = 1; n <= most; n++) {
      indicator[n - 1] = Math.log10(factors.indicator(n));
      significance[n - 1] = 100 * factors.significance(n);
    }
    return new CurvePanels(
        title(
            "%d factors by the indicator, %d by the F-test"
                .formatted(factors.byIndicator(), factors.bySignificance(ExploreReport.LEVEL))),
        ScaledAxis.linear("Number of factors", numbers),
        List.of(
            Panel.of(
                "",
                "log10 of the indicator",
                List.of(new Curve("indicator IND", indicator, Look.LINE_AND_POINTS))),
            Panel.percent(
                "Significance (%)",
                List.of(
                    new Curve("significance of the last", significance, Look.LINE_AND_POINTS)))),
        CurvePanels.Span.none());
  }

  /** The first targets, and what the factors make of them. */
  private Figure targets() {
    List<Panel> panels = new ArrayList<>();
    for (Explored.Target one : found.targets().subList(0, Math.min(5, found.targets().size()))) {
      panels.add(
          Panel.of(
              "%s (SPOIL %s)".formatted(one.name(), TextTable.number(one.test().spoil())),
              "Intensity (arb. units)",
              List.of(
                  new Curve("target", one.given(), Look.LINE),
                  new Curve("made of the factors", one.test().made(), Look.LINE))));
    }
    return new CurvePanels(
        title("targets"), ScaledAxis.of(input.axis()), panels, CurvePanels.Span.none());
  }

  private Figure loadings() {
    PrincipalAxes axes = found.axes();
    int shown = Math.min(2, axes.count());
    List<Curve> loadings = new ArrayList<>();
    List<Curve> contributions = new ArrayList<>();
    for (int j = 0; j < shown; j++) {
      String name = "component " + (j + 1);
      loadings.add(new Curve(name, axes.loading(j), Look.LINE));
      contributions.add(new Curve(name, percent(axes.contribution(j)), Look.LINE));
    }
    double[] sum = new double[axes.points()];
    for (int j = 0; j < found.components(); j++) {
      double[] one = axes.contribution(j);
      for (int b = 0; b < sum.length; b++) {
        sum[b] += 100 * one[b] / found.components();
      }
    }
    String kept = "mean of the " + found.components() + " kept";
    return new CurvePanels(
        title("what the components are made of"),
        ScaledAxis.of(input.axis()),
        List.of(
            Panel.of("", "Loading", loadings),
            Panel.of("", "Contribution (%)", contributions),
            Panel.of("", "Contribution (%)", List.of(new Curve(kept, sum, Look.LINE)))),
        CurvePanels.Span.none());
  }

  private Figure scores(@org.jspecify.annotations.Nullable Series series) {
    int from = series == null ? 0 : series.from();
    int count = series == null ? input.spectra() : series.frames().length;
    double[] places = new double[count];
    Arrays.setAll(places, i -> series == null ? i : series.frames()[i]);
    List<Panel> panels = new ArrayList<>();
    for (int j = 0; j < Math.min(SCORES, found.components()); j++) {
      double[] score = found.axes().score(j);
      List<Curve> curves = new ArrayList<>();
      for (int k = 0; k < found.clusters(); k++) {
        int cluster = k;
        double[] own = new double[count];
        Arrays.setAll(own, i -> found.labels()[from + i] == cluster ? score[from + i] : Double.NaN);
        curves.add(new Curve(clusterName(k), own, Look.POINTS));
      }
      panels.add(
          Panel.of(
              "component %d (%s %%)".formatted(j + 1, ExploreReport.percent(found.axes().share(j))),
              "Score (arb. units)",
              curves));
    }
    return new CurvePanels(
        title(series == null ? "scores" : series.datasetId()),
        ScaledAxis.linear(series == null ? "Spectrum" : "Frame", places),
        panels,
        series == null ? CurvePanels.Span.none() : span(series));
  }

  /** The interval of the one change that there is. */
  private CurvePanels.Span span(Series series) {
    if (series.changes().size() != 1 || series.changes().get(0).isEmpty()) {
      return CurvePanels.Span.none();
    }
    ChangePoint change = series.changes().get(0).orElseThrow();
    double level = config.transition().level();
    // a boundary lies between its frame and the one before
    return new CurvePanels.Span(
        "change of scores, %s %% interval; line: boundary of the clusters"
            .formatted(ExploreReport.level(level)),
        series.frame(change.low(level)) - 0.5,
        series.frame(change.high(level)) + 0.5,
        series.frame(series.boundaries().get(0).frame()) - 0.5);
  }

  private Figure boundary(Series series, int boundary) {
    int first = series.boundaries().get(boundary).frame();
    int low = Math.max(0, first - AROUND);
    int high = Math.min(series.frames().length, first + AROUND);
    return stack(
        title("frames around the boundary"),
        IntStream.range(series.from() + low, series.from() + high).toArray());
  }

  private int[] chosen(int from, int count) {
    return Arrays.stream(Waterfall.chosen(count, STACKED)).map(i -> from + i).toArray();
  }

  private Figure stack(String title, int[] spectra) {
    int p = input.points();
    List<ClassCurves.Curve> curves = new ArrayList<>();
    for (int i : spectra) {
      curves.add(
          new ClassCurves.Curve(
              Long.toString(input.places().get(i).frame()),
              Arrays.copyOfRange(found.spectra().values(), i * p, (i + 1) * p),
              found.labels()[i]));
    }
    List<String> names =
        IntStream.range(0, found.clusters()).mapToObj(ExploreFigures::clusterName).toList();
    return new ClassCurves(
        title, input.axis(), found.series().isEmpty() ? "Spectrum" : "Frame", names, curves);
  }

  private Figure stability() {
    List<Stability> all = found.stability();
    int lines = found.clusters() - 1;
    List<Curve> boundaries = new ArrayList<>();
    for (int s = 0; s < Math.min(MOST_SERIES, found.series().size()); s++) {
      for (int b = 0; b < lines; b++) {
        int place = s * lines + b;
        double[] frames =
            all.stream()
                .mapToDouble(
                    one -> ExploreMetrics.boundaries(one.series(), found.clusters())[place])
                .toArray();
        String name = found.series().size() == 1 ? "" : found.series().get(s).datasetId() + " ";
        boundaries.add(
            new Curve(
                name + (lines == 1 ? "boundary" : "boundary " + (b + 1)),
                frames,
                Look.LINE_AND_POINTS));
      }
    }
    double[] confidence =
        all.stream().mapToDouble(o -> 100 * ExploreMetrics.confidence(o)).toArray();
    double[] explained = all.stream().mapToDouble(o -> 100 * o.explained()).toArray();
    return new CurvePanels(
        title("with other numbers of components"),
        ScaledAxis.logarithmic(
            "Number of principal components",
            all.stream().mapToDouble(Stability::components).toArray()),
        List.of(
            Panel.of("", "First frame after", boundaries),
            Panel.percent(
                "Confidence (%)",
                List.of(new Curve("classification confidence", confidence, Look.LINE_AND_POINTS))),
            Panel.percent(
                "Explained (%)",
                List.of(new Curve("explained variance", explained, Look.LINE_AND_POINTS)))),
        CurvePanels.Span.none());
  }

  /** The first spectrum from few components and from more. */
  private Figure reconstruction() {
    PrincipalAxes axes = found.axes();
    int[] counts =
        IntStream.of(axes.holding(0.55), axes.holding(0.80), axes.holding(0.95), found.components())
            .sorted()
            .distinct()
            .toArray();
    double[] measured = Arrays.copyOf(found.spectra().values(), input.points());
    List<Panel> panels = new ArrayList<>();
    for (int count : counts) {
      panels.add(
          Panel.of(
              "%d component%s (%s %% of the variance)"
                  .formatted(
                      count, count == 1 ? "" : "s", ExploreReport.percent(axes.cumulative(count))),
              "Intensity (arb. units)",
              List.of(
                  new Curve("measured", measured, Look.LINE),
                  new Curve("reconstructed", axes.reconstructed(0, count), Look.LINE))));
    }
    return new CurvePanels(
        title("the first spectrum from few components"),
        ScaledAxis.of(input.axis()),
        panels,
        CurvePanels.Span.none());
  }

  private static String clusterName(int cluster) {
    return "cluster " + cluster;
  }

  private static double[] percent(double[] shares) {
    return Arrays.stream(shares).map(share -> 100 * share).toArray();
  }
}
