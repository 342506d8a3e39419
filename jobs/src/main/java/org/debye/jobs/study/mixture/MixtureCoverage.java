package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.debye.evaluation.Coverage;
import org.debye.evaluation.CoverageShare;
import org.debye.figures.CoveragePlot;
import org.debye.figures.Figure;
import org.debye.jobs.report.TextTable;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;

/**
 * How often the central intervals of the endmember coordinates hold the truth: by method, pooled
 * and by quadrant of the grid. Bounds are of 95 %, binomial, with a dataset's coordinates counted
 * as the one piece of evidence that they are.
 */
final class MixtureCoverage {
  private static final double[] LEVELS = {0.5, 0.8, 0.9};
  private static final List<StudyMetric> INSIDE =
      List.of(StudyMetric.INSIDE_50, StudyMetric.INSIDE_80, StudyMetric.INSIDE_90);
  static final double CONFIDENCE = 0.95;

  private final MixtureResults results;

  MixtureCoverage(MixtureResults results) {
    this.results = results;
  }

  /** A line for each method and part; an exclamation mark where the level is out of bounds. */
  TextTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (StudyMethod method : bayesian()) {
      for (MixtureResults.Part part : results.parts()) {
        shares(part, method)
            .ifPresent(
                shares -> {
                  List<String> row = new ArrayList<>();
                  row.add(MixtureCell.methodName(method));
                  row.add(part.name());
                  row.add(Long.toString(shares[0].datasets()));
                  for (CoverageShare share : shares) {
                    row.add(text(share));
                  }
                  rows.add(row);
                });
      }
    }
    return new TextTable(
        "Central intervals of endmember coordinates that hold the truth, share and 95 % bounds"
            + " (! the level lies outside)",
        List.of("method", "datasets", "count", "50 %", "80 %", "90 %"), rows);
  }

  /** The same as a picture; none without a Bayesian method. */
  Optional<Supplier<Figure>> figure(String title) {
    List<StudyMethod> methods = bayesian();
    return methods.isEmpty() ? Optional.empty() : Optional.of(() -> plot(title, methods));
  }

  private CoveragePlot plot(String title, List<StudyMethod> methods) {
    List<CoveragePlot.Panel> panels = new ArrayList<>();
    for (MixtureResults.Part part : results.parts()) {
      List<CoveragePlot.Method> lines = new ArrayList<>();
      for (StudyMethod method : methods) {
        shares(part, method)
            .ifPresent(
                shares ->
                    lines.add(
                        new CoveragePlot.Method(MixtureFigures.label(method), levels(shares))));
      }
      panels.add(new CoveragePlot.Panel(part.label(), lines));
    }
    return new CoveragePlot(title, "95 % binomial bounds", panels);
  }

  private static List<CoveragePlot.Level> levels(CoverageShare[] shares) {
    List<CoveragePlot.Level> levels = new ArrayList<>();
    for (CoverageShare share : shares) {
      levels.add(new CoveragePlot.Level(share.level(), share.share(), share.low(), share.high()));
    }
    return levels;
  }

  private List<StudyMethod> bayesian() {
    return results.methods().stream().filter(StudyMethod::bayesian).toList();
  }

  private static Optional<CoverageShare[]> shares(MixtureResults.Part part, StudyMethod method) {
    Coverage coverage = Coverage.of(LEVELS);
    boolean any = false;
    for (DatasetOutcome dataset : part.datasets()) {
      int quantities =
          dataset.dataset().model().endmembers() * dataset.dataset().model().dimensions();
      int[] held = new int[LEVELS.length];
      boolean complete = true;
      for (int level = 0; level < held.length; level++) {
        double inside = dataset.metric(method, INSIDE.get(level));
        complete &= Double.isFinite(inside);
        held[level] = (int) Math.round(inside);
      }
      if (complete) {
        coverage.add(quantities, held);
        any = true;
      }
    }
    return any ? Optional.of(coverage.result(CONFIDENCE)) : Optional.empty();
  }

  /** Share, bounds and a mark. */
  static String text(CoverageShare share) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f-%.3f)%s",
        share.share(),
        share.low(),
        share.high(),
        share.agrees() ? " " : "!");
  }
}
