package org.debye.jobs.study.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyDetail;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.junit.jupiter.api.Test;

/** Chains are compared, and the likeliest goes on. */
final class KeptStartTest {

  private static MixtureGrid grid(String... more) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                "unmixing.grid.sigma=[0.1, 0.2, 0.3]",
                "unmixing.methods.vi=2",
                "unmixing.hmc.min-ess=400",
                "unmixing.hmc.max-draws=8000"));
    keys.addAll(List.of(more));
    return SmallGrid.of(keys.toArray(String[]::new));
  }

  /**
   * A row whose likelihood is highest at start 1, whose error is its start's number, and whose
   * draws are worth less where alpha1 is large.
   */
  private static SweepResultRow row(MixtureCell cell, CellStatus status, double seconds) {
    int start = cell.cell().start();
    return new SweepResultRow(
        "x",
        cell.id(),
        cell.kind(),
        "f",
        cell.parameters(),
        status,
        status == CellStatus.DONE ? null : new SweepResultRow.Problem("CODE", "broken"),
        status == CellStatus.FAILED
            ? Map.of()
            : Map.of(
                StudyMetric.FROBENIUS_ERROR.key(),
                start + (cell.kept() ? 0.5 : 0.0),
                StudyMetric.MEAN_LOG_LIKELIHOOD.key(),
                start == 1 ? 5.0 : 1.0,
                StudyMetric.CPU_SECONDS.key(),
                seconds,
                StudyMetric.DRAWS.key(),
                100.0,
                StudyMetric.WORST_ESS.key(),
                50 / cell.cell().dataset().alpha1()),
        Map.of(),
        seconds,
        seconds,
        Instant.EPOCH,
        "run");
  }

  private static List<SweepResultRow> rows(List<MixtureCell> cells) {
    return new ArrayList<>(cells.stream().map(one -> row(one, CellStatus.DONE, 2)).toList());
  }

  @Test
  void theLikeliestStartOfEachDatasetGoesOn() {
    MixtureGrid grid = grid("unmixing.methods.hmc=3");
    List<MixtureCell> starts = grid.cells();
    List<MixtureCell> kept = grid.kept(starts, new MixtureResults(starts, rows(starts)));
    // nine datasets less the four corners, whose draws are kept
    assertThat(kept).hasSize(5);
    for (MixtureCell cell : kept) {
      assertThat(cell.id()).endsWith("/hmc/kept");
      assertThat(cell.cell().start()).isEqualTo(1);
      assertThat(cell.parameters())
          .containsEntry("start", "1")
          .containsEntry("min-ess", "400")
          .containsEntry("compare-ess", "50");
    }
    assertThat(starts)
        .filteredOn(one -> one.cell().method() == StudyMethod.HMC)
        .allSatisfy(
            one ->
                assertThat(one.parameters())
                    .containsEntry(
                        "min-ess", one.cell().detail() == StudyDetail.NUMBERS ? "50" : "400")
                    .containsEntry(
                        "max-draws", one.cell().detail() == StudyDetail.NUMBERS ? "1000" : "8000"));
  }

  @Test
  void whatItGoesOnToStandsForTheMethod() {
    MixtureGrid grid = grid("unmixing.methods.hmc=3");
    List<MixtureCell> all = new ArrayList<>(grid.cells());
    List<SweepResultRow> rows = rows(all);
    List<MixtureCell> kept = grid.kept(all, new MixtureResults(all, rows));
    MixtureCell first = kept.get(0);
    rows.add(row(first, CellStatus.DONE, 7));
    rows.add(row(kept.get(1), CellStatus.FAILED, 7));
    all.addAll(kept);
    MixtureResults results = new MixtureResults(all, rows);
    MethodOutcome longer = outcome(results, first);
    assertThat(longer.metric(StudyMetric.FROBENIUS_ERROR)).isEqualTo(1.5);
    assertThat(longer.keptCell()).isEqualTo(first.id());
    assertThat(longer.cpuSeconds()).isEqualTo(3 * 2 + 7);
    assertThat(longer.flags()).isEmpty();
    MethodOutcome lost = outcome(results, kept.get(1));
    assertThat(lost.metric(StudyMetric.FROBENIUS_ERROR)).isEqualTo(1);
    assertThat(lost.flags()).containsExactly("the start that was kept could not go on");
    assertThat(results.failed(StudyMethod.HMC)).isEqualTo(1);
  }

  /** The fewer effective draws a start has come to, the longer what is left takes. */
  @Test
  void theLongestGoOnFirst() {
    MixtureGrid grid = grid("unmixing.methods.hmc=3");
    List<MixtureCell> starts = grid.cells();
    List<SweepResultRow> rows = starts.stream().map(one -> row(one, CellStatus.DONE, 2)).toList();
    List<MixtureCell> kept = grid.kept(starts, new MixtureResults(starts, rows));
    for (MixtureCell cell : kept) {
      // 100 draws with 50, 25 or 16.7 effective ones in 2 s, warm-up as long as 200 draws
      assertThat(cell.cost())
          .isCloseTo(2.0 / 300 * 100 * 400 / (50 / cell.cell().dataset().alpha1()), within(1e-9));
    }
  }

  private static MethodOutcome outcome(MixtureResults results, MixtureCell cell) {
    DatasetOutcome dataset =
        results.datasets().stream()
            .filter(one -> one.dataset().equals(cell.cell().dataset()))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(dataset.method(StudyMethod.HMC));
  }

  @Test
  void noneGoesOnWhereThereIsNothingToCompare() {
    for (MixtureGrid grid :
        List.of(
            grid("unmixing.methods.hmc=1"),
            grid("unmixing.methods.hmc=3", "unmixing.compare-ess=400"))) {
      List<MixtureCell> starts = grid.cells();
      assertThat(grid.kept(starts, new MixtureResults(starts, rows(starts)))).isEmpty();
      assertThat(starts)
          .filteredOn(one -> one.cell().method() == StudyMethod.HMC)
          .allSatisfy(one -> assertThat(one.parameters()).containsEntry("min-ess", "400"));
    }
  }
}
