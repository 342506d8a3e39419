package org.debye.jobs.explore;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.evaluation.transition.ChangePoint;
import org.debye.evaluation.transition.TransitionBoundary;
import org.debye.exploration.PrincipalFactors;
import org.debye.exploration.TargetTest;
import org.debye.jobs.report.TextTable;

/** What {@code explore} shows of its results. */
record ExploreReport(ExploreConfig config, Explored found) {
  private static final int COMPONENTS = 8;
  private static final int FACTORS = 12;

  /** Of the test of factors. */
  static final double LEVEL = 0.05;

  private static final String NONE = "-";

  /** A line for each of the first components. */
  TextTable components() {
    List<List<String>> rows = new ArrayList<>();
    int shown = Math.min(found.axes().count(), Math.max(found.components(), 2));
    for (int j = 0; j < shown; j++) {
      if (j < COMPONENTS || j == found.components() - 1) {
        rows.add(
            List.of(
                Integer.toString(j + 1),
                percent(found.axes().share(j)),
                percent(found.axes().cumulative(j + 1))));
      }
    }
    return new TextTable(
        "Principal components (%d kept)".formatted(found.components()),
        List.of("component", "explained (%)", "cumulative (%)"),
        rows);
  }

  /** A line for each of the first factors: what speaks for it; empty for too few spectra. */
  Optional<TextTable> factors() {
    PrincipalFactors factors = found.factors();
    if (factors == null) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (int n = 1; n <= Math.min(FACTORS, factors.most()); n++) {
      rows.add(
          List.of(
              Integer.toString(n),
              number(factors.eigenvalues()[n - 1]),
              number(factors.realError(n)),
              String.format(Locale.ROOT, "%.3e", factors.indicator(n)),
              percent(factors.significance(n))));
    }
    return Optional.of(
        new TextTable(
            "Factors about the origin (%d by the indicator, %d by the F-test at %s %%)"
                .formatted(factors.byIndicator(), factors.bySignificance(LEVEL), level(LEVEL)),
            List.of("factors", "eigenvalue", "real error", "indicator", "significance (%)"),
            rows));
  }

  /** A line for each target. */
  TextTable targets() {
    PrincipalFactors factors = found.factors();
    int number = factors == null ? 0 : config.targets().number(factors);
    List<List<String>> rows = new ArrayList<>();
    for (Explored.Target target : found.targets()) {
      TargetTest test = target.test();
      rows.add(
          List.of(
              target.name(),
              number(test.rFactor()),
              number(test.apparentError()),
              number(test.predictedError()),
              number(test.targetError()),
              number(test.spoil()),
              test.verdict().name().toLowerCase(Locale.ROOT)));
    }
    return new TextTable(
        "Targets of %d factors".formatted(number),
        List.of("target", "R-factor", "AET", "REP", "RET", "SPOIL", "verdict"),
        rows);
  }

  /** A line for each cluster. */
  TextTable clusters() {
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < found.clusters(); k++) {
      int cluster = k;
      long size = Arrays.stream(found.labels()).filter(l -> l == cluster).count();
      rows.add(List.of(Integer.toString(k), Long.toString(size)));
    }
    return new TextTable("Clusters", List.of("cluster", "spectra"), rows);
  }

  /** A line for each eigenvalue of the graph that was found. */
  TextTable eigenvalues() {
    List<List<String>> rows = new ArrayList<>();
    double[] values = found.embedding().eigenvalues();
    for (int k = 0; k < values.length; k++) {
      rows.add(
          List.of(
              Integer.toString(k + 1),
              String.format(Locale.ROOT, "%.3e", values[k]),
              k + 1 < values.length
                  ? String.format(Locale.ROOT, "%.3e", values[k + 1] - values[k])
                  : NONE));
    }
    return new TextTable(
        "Eigenvalues of the graph's Laplacian",
        List.of("clusters", "eigenvalue", "gap to the next"),
        rows);
  }

  /** A line for each score of the clusters. */
  TextTable scores() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("silhouette", number(found.silhouette())));
    rows.add(List.of("clusters by the largest gap", Integer.toString(found.gapClusters())));
    Explored.Agreement agreement = found.agreement();
    if (agreement != null) {
      rows.add(List.of("mutual information (nats)", number(agreement.information().nats())));
      rows.add(
          List.of("normalised mutual information", number(agreement.information().normalised())));
      rows.add(List.of("adjusted mutual information", number(agreement.information().adjusted())));
      rows.add(List.of("adjusted Rand index", number(agreement.adjustedRand())));
    }
    return new TextTable("Scores", List.of("score", "value"), rows);
  }

  /** A line for each boundary of each dataset. */
  TextTable boundaries() {
    List<List<String>> rows = new ArrayList<>();
    for (int s = 0; s < found.series().size(); s++) {
      Series series = found.series().get(s);
      if (series.boundaries().isEmpty()) {
        rows.add(
            List.of(
                series.datasetId(),
                percent(series.confidence().value()),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE));
      }
      for (int b = 0; b < series.boundaries().size(); b++) {
        rows.add(boundary(s, b));
      }
    }
    return new TextTable(
        "Boundaries",
        List.of(
            "dataset",
            "confidence (%)",
            "clusters",
            "first frame after",
            "ambiguous frames",
            "change of scores",
            level(config.transition().level()) + " % interval",
            "with other components"),
        rows);
  }

  private List<String> boundary(int s, int b) {
    Series series = found.series().get(s);
    TransitionBoundary boundary = series.boundaries().get(b);
    Optional<ChangePoint> change = series.changes().get(b);
    double level = config.transition().level();
    return List.of(
        series.datasetId(),
        percent(series.confidence().value()),
        boundary.before() + " to " + boundary.after(),
        Long.toString(series.frame(boundary.frame())),
        Integer.toString(boundary.zone()),
        change.map(c -> Long.toString(series.frame(c.mode()))).orElse(NONE),
        change
            .map(c -> series.frame(c.low(level)) + " - " + series.frame(c.high(level)))
            .orElse(NONE),
        range(s, b));
  }

  /** The least and the largest frame over all numbers of components. */
  private String range(int s, int b) {
    double[] frames =
        found.stability().stream()
            .mapToDouble(
                one ->
                    ExploreMetrics.boundaries(one.series(), found.clusters())[
                        s * (found.clusters() - 1) + b])
            .filter(Double::isFinite)
            .toArray();
    return frames.length == 0
        ? NONE
        : "%.0f - %.0f"
            .formatted(
                Arrays.stream(frames).min().orElseThrow(),
                Arrays.stream(frames).max().orElseThrow());
  }

  /** What a reader must know. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    int pieces = found.embedding().pieces();
    if (pieces > 1) {
      warnings.add(
          "the graph is not fully connected, it has "
              + pieces
              + " pieces: clusters tell pieces apart, and eigenvalues and gaps say no more;"
              + " raise clustering.neighbours, or ask for as many clusters");
    }
    if (Arrays.stream(found.labels()).distinct().count() < found.clusters()) {
      warnings.add("some clusters came out empty; ask for fewer");
    }
    for (Series series : found.series()) {
      if (series.boundaries().isEmpty()) {
        warnings.add(
            series.datasetId() + " lies in one cluster: no boundary, and a confidence of 0");
      }
    }
    return warnings;
  }

  /** {@code 99.13}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  /** {@code 95} of 0.95. */
  static String level(double share) {
    return String.format(Locale.ROOT, "%.3f", 100 * share).replaceAll("\\.?0+$", "");
  }
}
