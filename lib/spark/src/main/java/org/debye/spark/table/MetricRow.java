package org.debye.spark.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of metrics: one number that says how good a model is on some spectra.
 *
 * @param fitId of the training's or the evaluation's row in {@code sweep_results}
 * @param model its name
 * @param part of the spectra, as the model has met them: {@code training}, {@code validation},
 *     {@code test}, {@code unseen} (of datasets that it has not met at all) or {@code all}
 * @param epoch after which it was taken; null for the finished model
 * @param datasetId null where it is of all datasets together
 * @param name of the metric: {@code accuracy}
 * @param value finite; a metric that is not defined has no row
 */
public record MetricRow(
    String fitId,
    String model,
    String part,
    @Nullable Integer epoch,
    @Nullable String datasetId,
    String name,
    double value,
    String runId) {
  private static final Set<String> PARTS =
      Set.of("training", "validation", "test", "unseen", "all");

  public MetricRow {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " of " + model + " is " + value);
    }
    if (!PARTS.contains(part)) {
      throw new IllegalArgumentException(name + " of " + model + " is of no part '" + part + "'");
    }
  }
}
