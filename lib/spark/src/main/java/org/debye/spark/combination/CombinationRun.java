package org.debye.spark.combination;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.sweep.Sweep;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;

/**
 * References fitted to datasets: what the tables hold of the same spectra, references and settings
 * under the name is left alone.
 */
public final class CombinationRun {
  private CombinationRun() {}

  /** The study under which {@code sweep_results} has the rows of a name. */
  public static String study(String name) {
    return "fit/" + name;
  }

  /** What the rows of a dataset are recognised by. */
  public static String state(DatasetRow dataset) {
    return dataset.fingerprint() + " " + dataset.facts().configHash() + " " + dataset.runId();
  }

  /**
   * Fits what is missing.
   *
   * @throws org.debye.failure.InputException where another run is writing to the catalogue, or a
   *     reference cannot be read
   */
  public static SweepSummary run(
      SparkSession session,
      Catalogue catalogue,
      String name,
      CombinationOrder order,
      List<DatasetRow> datasets,
      SweepSettings settings,
      SweepProgress progress) {
    List<CombinationCell> cells =
        datasets.stream().map(dataset -> CombinationCell.of(order, dataset)).toList();
    return Sweep.of(session, catalogue, study(name), settings).run(cells, progress);
  }

  /** The rows of some datasets, by dataset id. */
  public static Map<String, SweepResultRow> rows(
      Catalogue catalogue, String name, List<DatasetRow> datasets) {
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue
        .sweepResults()
        .each(
            study(name),
            row -> {
              if (datasets.stream().anyMatch(one -> one.datasetId().equals(row.cellId()))) {
                rows.put(row.cellId(), row);
              }
            });
    return rows;
  }
}
