package org.debye.spark.prediction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.debye.spark.sweep.Sweep;
import org.debye.spark.sweep.SweepProgress;
import org.debye.spark.sweep.SweepSettings;
import org.debye.spark.sweep.SweepSummary;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SweepResultRow;
import org.jspecify.annotations.Nullable;

/**
 * A model over datasets, each classified once: what the tables hold of the same model and the same
 * spectra is left alone.
 */
public final class PredictionRun {
  private PredictionRun() {}

  /** The study under which {@code sweep_results} has the rows of a model. */
  public static String study(String model) {
    return "predict/" + model;
  }

  /**
   * Classifies what is missing.
   *
   * @throws org.debye.failure.InputException where another run is writing to the catalogue
   */
  public static SweepSummary run(
      SparkSession session,
      Catalogue catalogue,
      PredictionOrder order,
      List<DatasetRow> datasets,
      SweepSettings settings,
      SweepProgress progress) {
    List<PredictionCell> cells =
        datasets.stream().map(dataset -> PredictionCell.of(order, dataset)).toList();
    return Sweep.of(session, catalogue, study(order.model()), settings).run(cells, progress);
  }

  /**
   * The same for a caller who looks at probabilities alone: rows that differ in their threshold
   * will do.
   */
  public static SweepSummary runWhereMissing(
      SparkSession session,
      Catalogue catalogue,
      PredictionOrder order,
      List<DatasetRow> datasets,
      SweepSettings settings,
      SweepProgress progress) {
    Map<String, SweepResultRow> there = rows(catalogue, order, datasets);
    List<DatasetRow> missing =
        datasets.stream()
            .filter(one -> !isAnswered(there.get(one.datasetId()), PredictionCell.of(order, one)))
            .toList();
    return run(session, catalogue, order, missing, settings, progress);
  }

  private static boolean isAnswered(@Nullable SweepResultRow row, PredictionCell wanted) {
    if (row == null || row.status() == CellStatus.FAILED) {
      return false;
    }
    Map<String, String> found = new TreeMap<>(row.parameters());
    Map<String, String> asked = new TreeMap<>(wanted.parameters());
    found.remove(PredictionCell.THRESHOLD);
    asked.remove(PredictionCell.THRESHOLD);
    return found.equals(asked) && row.kind().equals(wanted.kind());
  }

  /** The rows of some datasets, by dataset id. */
  public static Map<String, SweepResultRow> rows(
      Catalogue catalogue, PredictionOrder order, List<DatasetRow> datasets) {
    Map<String, String> wanted = new TreeMap<>();
    datasets.forEach(
        row ->
            wanted.put(
                PredictionCell.id(order.model(), order.identity(), row.datasetId()),
                row.datasetId()));
    Map<String, SweepResultRow> rows = new TreeMap<>();
    catalogue
        .sweepResults()
        .each(
            study(order.model()),
            row -> {
              String datasetId = wanted.get(row.cellId());
              if (datasetId != null) {
                rows.put(datasetId, row);
              }
            });
    return rows;
  }
}
