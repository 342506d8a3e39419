package org.debye.jobs.study.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;
import org.debye.study.StudyArray;
import org.debye.study.StudyMethod;
import org.debye.study.StudyMetric;
import org.junit.jupiter.api.Test;

/** Widths beside HMC's. */
final class MixtureWidthsTest {

  private static List<MixtureCell> cells() {
    return SmallGrid.of(
            "unmixing.grid.sigma=0.1",
            "unmixing.model.endmembers=2",
            "unmixing.methods.hmc=1",
            "unmixing.methods.vi=1")
        .cells();
  }

  /** Globals of K = 2, D = 1: w, w, C, C, s. */
  private static SweepResultRow row(MixtureCell cell, double[] means, double[] sds) {
    return new SweepResultRow(
        "x",
        cell.id(),
        cell.kind(),
        "f",
        cell.parameters(),
        CellStatus.DONE,
        null,
        Map.of(
            StudyMetric.FROBENIUS_ERROR.key(),
            0.1,
            StudyMetric.MEAN_LOG_LIKELIHOOD.key(),
            1.0,
            StudyMetric.CONVERGED.key(),
            cell.cell().dataset().alpha1() == 1 ? 0.0 : 1.0),
        Map.of(StudyArray.GLOBAL_MEANS.key(), means, StudyArray.GLOBAL_SDS.key(), sds),
        1,
        1,
        Instant.EPOCH,
        "run");
  }

  @Test
  void widthsAreMediansOfRatiosToHmcs() {
    List<MixtureCell> cells = cells();
    List<SweepResultRow> rows = new ArrayList<>();
    for (MixtureCell cell : cells) {
      double width = cell.cell().dataset().alpha1() / 4;
      rows.add(
          cell.cell().method() == StudyMethod.HMC
              ? row(cell, new double[] {0, 0, 0, 0, 0}, new double[] {1, 1, 2, 4, 1})
              : row(
                  cell,
                  new double[] {1, -1, 2, -4, 1},
                  new double[] {width, width, 2 * width, 8 * width, 3 * width}));
    }
    MixtureResults results = new MixtureResults(cells, rows);
    assertThat(MixtureWidths.applies(results)).isTrue();
    assertThat(new MixtureWidths(results).table().rows())
        .containsExactly(List.of("vi", "3", "0.7500", "0.5000", "1.500", "1.000", "0.6667"));
    List<SweepResultRow> hmc = rows.stream().filter(one -> one.cellId().contains("/hmc")).toList();
    assertThat(MixtureWidths.applies(new MixtureResults(cells, hmc))).isFalse();
  }
}
