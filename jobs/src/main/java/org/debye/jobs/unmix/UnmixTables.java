package org.debye.jobs.unmix;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.debye.jobs.report.TextTable;
import org.debye.jobs.unmix.FitSummary.Metric;

/** What {@code unmix} shows of its results. */
final class UnmixTables {
  private UnmixTables() {}

  /** A line for each endmember of each method. */
  static TextTable endmembers(List<FitSummary> found) {
    boolean scored = found.stream().anyMatch(one -> one.arrays().containsKey(Metric.ANGLE.key()));
    List<String> header = new ArrayList<>(List.of("method", "endmember", "mean abundance"));
    if (scored) {
      header.addAll(List.of("angle to reference (rad)", "90 % interval"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (FitSummary one : found) {
      for (int k = 0; k < one.names().size(); k++) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    one.method(),
                    one.names().get(k),
                    number(one.metric(Metric.MEAN_ABUNDANCE, k))));
        if (scored) {
          row.add(number(one.metric(Metric.ANGLE, k)));
          row.add(interval(one.metric(Metric.ANGLE_Q05, k), one.metric(Metric.ANGLE_Q95, k)));
        }
        rows.add(row);
      }
    }
    return new TextTable("Endmembers", header, rows);
  }

  /** A line for each method. */
  static TextTable methods(List<FitSummary> found) {
    List<List<String>> rows = new ArrayList<>();
    for (FitSummary one : found) {
      rows.add(
          List.of(
              one.method(),
              Integer.toString(one.names().size()),
              number(one.metric(Metric.MEAN_ANGLE)),
              interval(one.metric(Metric.MEAN_ANGLE_Q05), one.metric(Metric.MEAN_ANGLE_Q95)),
              number(one.metric(Metric.ABUNDANCE_RMSE)),
              number(one.metric(Metric.VARIANCE_KEPT)),
              Double.isNaN(one.metric(Metric.STARTS))
                  ? "-"
                  : count(one.metric(Metric.STARTS_IN_MODE))
                      + "/"
                      + count(one.metric(Metric.STARTS)),
              number(one.metric(Metric.R_HAT)),
              number(one.metric(Metric.LEAST_ESS)),
              count(one.metric(Metric.DIVERGENCES)),
              number(one.metric(Metric.CPU_SECONDS))));
    }
    return withoutBare(
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

  /** Columns that say nothing of any method are left out. */
  private static TextTable withoutBare(String title, List<String> header, List<List<String>> rows) {
    List<Integer> kept = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      int at = column;
      if (rows.stream().anyMatch(row -> !row.get(at).equals("-"))) {
        kept.add(column);
      }
    }
    return new TextTable(
        title,
        kept.stream().map(header::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  private static String count(double value) {
    return Double.isNaN(value) ? "-" : Long.toString(Math.round(value));
  }

  private static String interval(double low, double high) {
    return Double.isNaN(low) ? "-" : String.format(Locale.ROOT, "%.4f - %.4f", low, high);
  }
}
