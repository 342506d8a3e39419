package org.debye.jobs.report;

import java.util.List;
import java.util.Locale;
import org.debye.spark.reduce.ReduceSummary;
import org.debye.spark.table.DatasetRow;

/** What a run ends with: what was done, what failed and why, where everything is. */
public final class SummaryText {
  private static final int MOST_PROBLEMS = 50;

  private SummaryText() {}

  /**
   * Lines without the last line's end.
   *
   * @param verb what was done to datasets: {@code reduced}
   * @param catalogue where the tables are
   * @param pictures where the new ones are, or why there are none
   */
  public static String of(
      String verb, ReduceSummary summary, String catalogue, List<String> pictures) {
    StringBuilder out = new StringBuilder();
    List<DatasetRow> problems = summary.problems();
    problems.stream().limit(MOST_PROBLEMS).forEach(row -> out.append(problem(row)));
    if (problems.size() > MOST_PROBLEMS) {
      out.append("... and ").append(problems.size() - MOST_PROBLEMS);
      out.append(" more: see the table of datasets.\n");
    }
    out.append(counts(verb, summary)).append('\n');
    out.append("tables    ").append(shown(catalogue)).append(" (spectra, axes, datasets, runs)");
    pictures.forEach(line -> out.append("\npictures  ").append(shown(line)));
    return out.toString();
  }

  private static String problem(DatasetRow row) {
    DatasetRow.Failure failure = row.failure();
    String reason = failure == null ? "" : failure.code() + ": " + failure.message();
    return row.status().key() + "  " + row.name() + "  " + reason + "\n";
  }

  private static String counts(String verb, ReduceSummary summary) {
    double seconds = summary.duration().toMillis() / 1000.0;
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%-9s %s", verb, counted(summary.reduced(), "dataset")));
    append(out, summary.partial(), "partial");
    append(out, summary.failed(), "failed");
    append(out, summary.unchanged(), "unchanged");
    if (summary.incompleteBefore() > 0) {
      out.append(
          String.format(
              Locale.ROOT,
              " (%,d of them failed or partial before: see the table of datasets;"
                  + " retry-failed=true tries them again)",
              summary.incompleteBefore()));
    }
    append(out, summary.skipped(), "without raw frames skipped");
    out.append(
        String.format(
            Locale.ROOT,
            "; %,d %s%s in %.1f s",
            summary.spectra(),
            summary.spectra() == 1 ? "spectrum" : "spectra",
            summary.frames() == 0 ? "" : " from " + counted(summary.frames(), "frame"),
            seconds));
    return out.toString();
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static void append(StringBuilder out, long count, String what) {
    if (count > 0) {
      out.append(String.format(Locale.ROOT, ", %,d %s", count, what));
    }
  }

  /** A local path where it is one, which can be clicked and typed. */
  private static String shown(String place) {
    return place.startsWith("file:///") ? place.substring("file://".length()) : place;
  }
}
