package org.debye.jobs.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.debye.study.StudyModel;
import org.debye.study.StudyResult;
import org.debye.study.StudySelection;
import org.debye.unmixing.posterior.MultiStart;

/**
 * What one method made of one dataset, all its starts together.
 *
 * @param selection the start with the highest mean log likelihood, which stands for the method
 * @param keptCell its id
 * @param starts results of all starts that ended, the first start first
 * @param failed starts that have no estimate
 */
record MethodOutcome(
    StudyMethod method,
    StudySelection selection,
    String keptCell,
    List<StudyResult> starts,
    int failed) {

  MethodOutcome {
    starts = List.copyOf(starts);
  }

  /** Nothing where no start has an estimate. */
  static Optional<MethodOutcome> of(
      StudyMethod method, List<SweepResultRow> rows, StudyModel model) {
    List<SweepResultRow> ended =
        rows.stream().filter(row -> row.status() != CellStatus.FAILED).toList();
    List<StudyResult> starts = ended.stream().map(MethodOutcome::result).toList();
    int usable =
        (int)
            starts.stream()
                .filter(one -> one.metric(StudyMetric.FROBENIUS_ERROR).isPresent())
                .count();
    return StudySelection.of(starts, model)
        .map(
            chosen ->
                new MethodOutcome(
                    method,
                    chosen,
                    ended.get(chosen.kept()).cellId(),
                    starts,
                    rows.size() - usable));
  }

  private static StudyResult result(SweepResultRow row) {
    SweepResultRow.Problem problem = row.problem();
    return new StudyResult(
        problem == null ? List.of() : List.of(problem.message()),
        row.metrics(),
        row.arrays(),
        Optional.empty());
  }

  /** The start that is kept. */
  StudyResult kept() {
    return selection.result();
  }

  /**
   * Greatest R-hat of an endmember coordinate over the starts that reached the mode of the kept
   * one; NaN where their draws are not there.
   */
  double worstRHat() {
    return selection.agreement().map(MultiStart::worstRHat).orElse(Double.NaN);
  }

  /** Starts that reached another mode than the kept one. */
  int elsewhere() {
    return selection.agreement().map(among -> among.sameMode().length - among.inMode()).orElse(0);
  }

  /** A metric of the kept start; NaN where it has none. */
  double metric(StudyMetric metric) {
    return kept().metric(metric).orElse(Double.NaN);
  }

  /** An array of the kept start; empty where it has none. */
  double[] array(StudyArray array) {
    return kept().arrays().getOrDefault(array.key(), new double[0]);
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
