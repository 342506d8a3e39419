package org.debye.jobs.study.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param keptStart its number
 * @param keptCell the id of the cell that {@link #kept} is of
 * @param further where starts were only compared, what the kept one went on to
 * @param starts results of all starts that ended, the first start first
 * @param failed starts that have no estimate
 * @param flags what makes the result doubtful
 */
record MethodOutcome(
    StudyMethod method,
    StudySelection selection,
    int keptStart,
    String keptCell,
    Optional<StudyResult> further,
    List<StudyResult> starts,
    int failed,
    List<String> flags) {
  private static final String START = "start";

  MethodOutcome {
    starts = List.copyOf(starts);
    flags = List.copyOf(flags);
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
                    Integer.parseInt(ended.get(chosen.kept()).parameters().get(START)),
                    ended.get(chosen.kept()).cellId(),
                    Optional.empty(),
                    starts,
                    rows.size() - usable,
                    chosen.flags()));
  }

  /**
   * The same, where the kept start has gone on.
   *
   * @param row of the start's longer run
   */
  MethodOutcome goneOn(SweepResultRow row) {
    if (row.status() == CellStatus.FAILED) {
      List<String> flags = new ArrayList<>(selection.flags());
      flags.add("the start that was kept could not go on");
      return new MethodOutcome(
          method, selection, keptStart, keptCell, further, starts, failed + 1, flags);
    }
    StudyResult longer = result(row);
    List<String> flags = new ArrayList<>(longer.flags());
    List<String> ofShorter = selection.result().flags();
    selection.flags().stream().filter(flag -> !ofShorter.contains(flag)).forEach(flags::add);
    return new MethodOutcome(
        method, selection, keptStart, row.cellId(), Optional.of(longer), starts, failed, flags);
  }

  private static StudyResult result(SweepResultRow row) {
    SweepResultRow.Problem problem = row.problem();
    return new StudyResult(
        problem == null ? List.of() : List.of(problem.message()),
        row.metrics(),
        row.arrays(),
        Optional.empty());
  }

  /** What the method comes to. */
  StudyResult kept() {
    return further.orElse(selection.result());
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

  /** CPU seconds of all starts, and of what the kept one went on to. */
  double cpuSeconds() {
    return Stream.concat(starts.stream(), further.stream())
        .mapToDouble(one -> one.metric(StudyMetric.CPU_SECONDS).orElse(0))
        .sum();
  }

  /** Whether the kept start's result is doubtful. */
  boolean doubtful() {
    return !kept().flags().isEmpty();
  }
}
