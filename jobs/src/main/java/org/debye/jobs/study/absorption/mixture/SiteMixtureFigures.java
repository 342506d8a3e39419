package org.debye.jobs.study.absorption.mixture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.debye.evaluation.CoverageShare;
import org.debye.figures.CoveragePlot;
import org.debye.figures.CurvePanels;
import org.debye.figures.CurvePanels.Curve;
import org.debye.figures.CurvePanels.Look;
import org.debye.figures.EstimateAgainstTruth;
import org.debye.figures.Figure;
import org.debye.figures.IntervalRows;
import org.debye.figures.ScaledAxis;

/** Pictures of what models say of mixtures. */
record SiteMixtureFigures(String name, SiteMixtureResults results, AskedAnswers answers) {
  private static final double PERCENT = 100;

  /** By file name. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    if (results.models().isEmpty()) {
      return figures;
    }
    for (FractionModel model : results.models()) {
      figures.put("truth-" + model.key(), () -> truth(model));
    }
    figures.put("coverage", this::coverage);
    figures.put("width", this::width);
    if (!answers.isEmpty()) {
      figures.put("asked", this::asked);
    }
    return figures;
  }

  private String titled(String title) {
    return name + ": " + title + (results.studied().isStandIn() ? " (stand-in)" : "");
  }

  private double level() {
    return results.config().highest();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
  }

  private Figure truth(FractionModel model) {
    List<EstimateAgainstTruth.Method> classes = new ArrayList<>();
    for (int k = 0; k < results.classes().size(); k++) {
      int number = k;
      double held = results.coverage(results.folds(model), level(), one -> one == number).share();
      classes.add(
          new EstimateAgainstTruth.Method(
              results.classes().get(k)
                  + String.format(
                      Locale.ROOT, "; %s intervals hold %.1f %%", percent(level()), PERCENT * held),
              results.values(model, MixtureScores.ESTIMATE, k),
              results.values(model, MixtureScores.TRUTH, k)));
    }
    return new EstimateAgainstTruth(
        titled("fractions of held-out mixtures, " + model.key()),
        "fraction (1)",
        EstimateAgainstTruth.View.ESTIMATE,
        classes);
  }

  private Figure coverage() {
    List<CoveragePlot.Panel> panels = new ArrayList<>();
    panels.add(panel("All", k -> true));
    for (int k = 0; k < results.classes().size(); k++) {
      int number = k;
      panels.add(panel(results.classes().get(k), one -> one == number));
    }
    return new CoveragePlot(
        titled("conformal intervals of held-out mixtures"),
        "95 % bounds, folds as clusters",
        panels);
  }

  private CoveragePlot.Panel panel(String title, IntPredicate which) {
    List<CoveragePlot.Method> methods = new ArrayList<>();
    for (FractionModel model : results.models()) {
      List<CoveragePlot.Level> levels = new ArrayList<>();
      for (double level : results.config().levels().stream().sorted().toList()) {
        CoverageShare share = results.coverage(results.folds(model), level, which);
        levels.add(new CoveragePlot.Level(level, share.share(), share.low(), share.high()));
      }
      methods.add(new CoveragePlot.Method(model.key(), levels));
    }
    return new CoveragePlot.Panel(title, methods);
  }

  private Figure width() {
    double[] sites = new double[results.config().mostSites()];
    Arrays.setAll(sites, i -> i + 1);
    List<CurvePanels.Panel> panels = new ArrayList<>();
    for (FractionModel model : results.models()) {
      List<Curve> curves = new ArrayList<>();
      for (double level : results.config().levels()) {
        curves.add(
            new Curve(percent(level), results.widthBySites(model, level), Look.LINE_AND_POINTS));
      }
      panels.add(CurvePanels.Panel.of(model.key(), "Mean width (1)", curves));
    }
    return new CurvePanels(
        titled("width of intervals"),
        ScaledAxis.linear("Sites of a mixture", sites),
        panels,
        CurvePanels.Span.none());
  }

  private Figure asked() {
    List<AskedAnswers.Question> questions = answers.questions();
    List<IntervalRows.Panel> panels = new ArrayList<>();
    for (int k = 0; k < results.classes().size(); k++) {
      int number = k;
      double[] known =
          questions.stream()
              .mapToDouble(
                  one -> answers.known(one).map(row -> row.fractions()[number]).orElse(Double.NaN))
              .toArray();
      List<IntervalRows.Series> series = new ArrayList<>();
      for (FractionModel model : results.models()) {
        series.add(
            new IntervalRows.Series(
                model.key(),
                questions.stream()
                    .map(one -> estimate(answers.of(one, model, level()), number))
                    .toList()));
      }
      FractionModel first = results.models().get(0);
      series.add(
          new IntervalRows.Series(
              MixtureRival.CLASS_MEANS.title(),
              questions.stream()
                  .map(one -> estimate(answers.of(one, first, MixtureRival.CLASS_MEANS), number))
                  .toList()));
      panels.add(new IntervalRows.Panel(results.classes().get(k), known, series));
    }
    return new IntervalRows(
        name + ": fractions in measured spectra",
        questions.stream().map(one -> one.spectrum().name()).toList(),
        "Fraction (1)",
        0,
        1,
        "by chemistry",
        "Signs: means over folds. Lines: "
            + percent(level())
            + " intervals, the union over folds. Models of simulated sites.",
        panels);
  }

  private static IntervalRows.Estimate estimate(Optional<AskedAnswers.Answer> answer, int number) {
    return answer
        .map(
            one ->
                new IntervalRows.Estimate(
                    one.estimate()[number], one.lower()[number], one.upper()[number]))
        .orElse(new IntervalRows.Estimate(Double.NaN, Double.NaN, Double.NaN));
  }
}
