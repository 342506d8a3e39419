package org.debye.spark.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.inference.draws.ChainDraws;
import org.debye.spark.TestSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.SweepResultRow;

/** Every column of every row but run ids, times and durations, as lines that can be compared. */
final class SweepContent {
  private SweepContent() {}

  static List<String> of(Catalogue catalogue, String study) {
    List<String> lines = new ArrayList<>();
    for (SweepResultRow row : catalogue.sweepResults().read(study)) {
      lines.add(
          String.join(
              " | ",
              row.study(),
              row.cellId(),
              row.kind(),
              row.fingerprint(),
              row.parameters().toString(),
              row.status().key(),
              String.valueOf(row.problem()),
              row.metrics().toString(),
              arrays(row.arrays())));
      if (row.status() != CellStatus.FAILED) {
        catalogue
            .draws()
            .read(study, row.cellId())
            .forEach((chain, draws) -> lines.add(row.cellId() + " " + chain + text(draws)));
      }
      List<String> predictions = predictions(catalogue, row);
      if (!predictions.isEmpty()) {
        lines.add(row.cellId() + " " + predictions);
      }
    }
    lines.add(rows(catalogue.draws().version(), catalogue.draws().path()) + " draws in all");
    lines.add(
        rows(catalogue.predictions().version(), catalogue.predictions().path())
            + " predictions in all");
    return lines;
  }

  private static List<String> predictions(Catalogue catalogue, SweepResultRow row) {
    return catalogue.predictions().read(row.cellId()).stream()
        .peek(one -> assertThat(one.runId()).isEqualTo(row.runId()))
        .map(
            one ->
                String.join(
                    " ",
                    one.model(),
                    one.datasetId(),
                    Long.toString(one.frame()),
                    one.label(),
                    one.probabilities().toString(),
                    String.valueOf(one.entropy())))
        .toList();
  }

  /** Those that belong to no cell are among them. */
  private static long rows(long version, String path) {
    return version < 0 ? 0 : TestSession.session().read().format("delta").load(path).count();
  }

  private static String arrays(Map<String, double[]> arrays) {
    Map<String, String> texts = new TreeMap<>();
    arrays.forEach((name, values) -> texts.put(name, Arrays.toString(values)));
    return texts.toString();
  }

  static String text(ChainDraws draws) {
    return draws.variables()
        + Arrays.toString(draws.values())
        + Arrays.toString(draws.statistics().lp())
        + Arrays.toString(draws.statistics().acceptanceRate())
        + Arrays.toString(draws.statistics().stepSize())
        + Arrays.toString(draws.statistics().treeDepth())
        + Arrays.toString(draws.statistics().steps())
        + Arrays.toString(draws.statistics().diverging())
        + Arrays.toString(draws.statistics().energy());
  }
}
