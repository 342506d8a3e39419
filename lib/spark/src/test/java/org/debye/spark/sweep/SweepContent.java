package org.debye.spark.sweep;

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
    }
    lines.add(draws(catalogue) + " draws in all");
    return lines;
  }

  /** Those that belong to no cell are among them. */
  private static long draws(Catalogue catalogue) {
    return catalogue.draws().version() < 0
        ? 0
        : TestSession.session().read().format("delta").load(catalogue.draws().path()).count();
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
