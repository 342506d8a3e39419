package org.debye.spark.duplicate;

import static org.apache.spark.sql.functions.col;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spark.table.Catalogue;

/**
 * Near duplicates among spectra of one axis, as {@link
 * org.debye.spectra.duplicate.DuplicateRemoval} has them: exact, in the order of dataset ids and
 * frames, whatever the cluster. Axes are spread over the tasks; an axis is one task's, since each
 * answer hangs on those before it; what 190,000 spectra cost is in docs/performance.md.
 */
public final class DuplicateSearch {
  private static final int MOST_TASKS = 1000;

  private DuplicateSearch() {}

  /**
   * Searches.
   *
   * @param datasets ids
   * @param threshold of the mean absolute difference, positive
   * @return by dataset id and frame
   * @throws InputException where values are too large for the threshold
   */
  public static List<Duplicate> run(
      SparkSession session, Catalogue catalogue, List<String> datasets, double threshold) {
    Dataset<Row> rows =
        session
            .read()
            .format("delta")
            .load(catalogue.spectra().path())
            .where(col("dataset_id").isin(datasets.toArray()))
            .select("axis_id", "dataset_id", "frame", "intensity");
    long axes = rows.select("axis_id").distinct().count();
    int tasks = (int) Math.max(1, Math.min(MOST_TASKS, axes));
    AxisScan scan = new AxisScan(threshold);
    List<ScanAnswer> answers =
        rows.repartition(tasks, col("axis_id"))
            .sortWithinPartitions("axis_id", "dataset_id", "frame")
            .toJavaRDD()
            .mapPartitions(scan::of)
            .collect();
    for (ScanAnswer answer : answers) {
      if (answer instanceof ScanAnswer.TooLarge large) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            large.datasetId() + ", frame " + large.frame(),
            "values up to %.3g are too large for distances of %s to be told"
                .formatted(large.largest(), threshold),
            "Raise nearer-than to what is near for these intensities, or normalise spectra.");
      }
    }
    return answers.stream()
        .map(Duplicate.class::cast)
        .sorted(Comparator.comparing(Duplicate::datasetId).thenComparingLong(Duplicate::frame))
        .toList();
  }
}
