package org.debye.spark.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.debye.spark.TestSession;
import org.debye.spark.table.Catalogue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiny cells share tasks, long ones have one each, and the driver's books stay small. */
final class ManyCellsTest {
  @TempDir Path folder;

  @Test
  void tenThousandTinyCellsTakeFewTasksAndFewFiles() {
    sweep(10_000, 0.0001);
    assertThat(catalogue().sweepResults().version()).isLessThan(20);
  }

  /** More tasks than one job of Spark takes. */
  @Test
  @Tag("acceptance")
  void twentyThousandTasksOfOneCell() {
    sweep(20_000, 1.5);
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  private void sweep(int count, double cost) {
    List<ToyCell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new ToyCell(i, ToyCell.Ending.DONE, cost, 10));
    }
    SweepSummary summary =
        Sweep.of(TestSession.session(), catalogue(), "many", SweepTest.settings("a", false))
            .run(cells, SweepProgress.SILENT);
    assertThat(summary.done()).isEqualTo(count);
    System.out.printf(
        "%d cells of cost %g: %s, %.3f ms of the processor in each%n",
        count, cost, summary.duration(), 1e3 * summary.cpuSeconds() / count);
    Set<String> ids = new HashSet<>();
    catalogue().sweepResults().each("many", row -> assertThat(ids.add(row.cellId())).isTrue());
    assertThat(ids).hasSize(count);
    assertThat(catalogue().finishedCells("many").names()).isEmpty();
  }
}
