package org.debye.jobs.unmix;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.debye.jobs.report.TextTable;
import org.debye.unmixing.scene.SceneDiagnostics;

/** What {@code unmix} shows of its results. */
final class UnmixTables {
  private UnmixTables() {}

  /** A line for each endmember of each method. */
  static TextTable endmembers(List<FoundScene> found) {
    boolean scored = found.stream().anyMatch(one -> one.score() != null);
    List<String> header = new ArrayList<>(List.of("method", "endmember", "mean abundance"));
    if (scored) {
      header.addAll(List.of("angle to reference (rad)", "90 % interval"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (FoundScene one : found) {
      for (int k = 0; k < one.result().endmembers().size(); k++) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    FoundScene.methodName(one.method()),
                    one.name(k),
                    number(meanAbundance(one, k))));
        SceneScore score = one.score();
        if (scored) {
          row.add(score == null ? "-" : number(score.angles()[k]));
          row.add(score == null ? "-" : interval(score, k));
        }
        rows.add(row);
      }
    }
    return new TextTable("Endmembers", header, rows);
  }

  /** A line for each method. */
  static TextTable methods(List<FoundScene> found) {
    List<List<String>> rows = new ArrayList<>();
    for (FoundScene one : found) {
      SceneScore score = one.score();
      SceneDiagnostics.Posterior posterior =
          one.result().diagnostics() instanceof SceneDiagnostics.Posterior p ? p : null;
      rows.add(
          List.of(
              FoundScene.methodName(one.method()),
              Integer.toString(one.result().endmembers().size()),
              score == null ? "-" : number(score.meanAngle()),
              score == null ? "-" : interval(score.meanLow(), score.meanHigh()),
              score == null ? "-" : number(score.abundanceError()),
              number(one.result().explained()),
              posterior == null ? "-" : posterior.startsKept() + "/" + posterior.starts(),
              posterior == null ? "-" : number(posterior.worstRHat()),
              posterior == null ? "-" : number(posterior.leastEffective()),
              posterior == null ? "-" : Integer.toString(posterior.divergences()),
              posterior == null ? "-" : number(posterior.cpuSeconds())));
    }
    return new TextTable(
        "Methods",
        List.of(
            "method",
            "K",
            "mean angle (rad)",
            "90 % interval",
            "abundance RMSE",
            "variance kept",
            "starts",
            "R-hat",
            "least ESS",
            "divergences",
            "CPU s"),
        rows);
  }

  private static String interval(SceneScore score, int k) {
    return score.low().length == 0 ? "-" : interval(score.low()[k], score.high()[k]);
  }

  private static String interval(double low, double high) {
    return Double.isNaN(low) ? "-" : String.format(Locale.ROOT, "%.4f - %.4f", low, high);
  }

  private static double meanAbundance(FoundScene one, int endmember) {
    double[] shares = one.result().abundances().mean();
    int k = one.result().abundances().endmembers();
    double sum = 0;
    for (int i = endmember; i < shares.length; i += k) {
      sum += shares[i];
    }
    return sum * k / shares.length;
  }
}
