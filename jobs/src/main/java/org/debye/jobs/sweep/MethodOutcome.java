package org.debye.jobs.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.debye.study.StudyResult;

/**
 * What one method made of one dataset, all its starts together.
 *
 * @param kept the start with the highest mean log likelihood, which stands for the method
 * @param keptCell its id
 * @param starts results of the starts that have one
 * @param failed starts that have none
 */
record MethodOutcome(
    StudyMethod method, StudyResult kept, String keptCell, List<StudyResult> starts, int failed) {

  MethodOutcome {
    starts = List.copyOf(starts);
  }

  /** Nothing where every start has failed. */
  static Optional<MethodOutcome> of(StudyMethod method, List<SweepResultRow> rows) {
    List<SweepResultRow> usable =
        rows.stream().filter(row -> row.status() != CellStatus.FAILED).toList();
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    List<StudyResult> starts = usable.stream().map(MethodOutcome::result).toList();
    int kept = best(starts);
    return Optional.of(
        new MethodOutcome(
            method,
            starts.get(kept),
            usable.get(kept).cellId(),
            starts,
            rows.size() - usable.size()));
  }

  /** The highest mean log likelihood; the first where there is none. */
  private static int best(List<StudyResult> starts) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < starts.size(); start++) {
      double here = starts.get(start).metric(StudyMetric.MEAN_LOG_LIKELIHOOD).orElse(Double.NaN);
      if (here > highest) {
        highest = here;
        best = start;
      }
    }
    return best;
  }

  private static StudyResult result(SweepResultRow row) {
    SweepResultRow.Problem problem = row.problem();
    return new StudyResult(
        problem == null ? List.of() : List.of(problem.message()),
        row.metrics(),
        row.arrays(),
        Optional.empty());
  }

  /** A metric of the kept start; NaN where it has none. */
  double metric(StudyMetric metric) {
    return kept.metric(metric).orElse(Double.NaN);
  }

  /** An array of the kept start; empty where it has none. */
  double[] array(StudyArray array) {
    return kept.arrays().getOrDefault(array.key(), new double[0]);
  }

  /** CPU seconds of all starts. */
  double cpuSeconds() {
    return starts.stream()
        .map(one -> one.metric(StudyMetric.CPU_SECONDS))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .sum();
  }

  /** Starts whose result is doubtful. */
  long flagged() {
    return starts.stream().filter(one -> !one.flags().isEmpty()).count();
  }
}
