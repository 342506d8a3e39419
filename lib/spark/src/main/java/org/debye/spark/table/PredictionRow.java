package org.debye.spark.table;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of predictions: what a model, or a clustering, holds one spectrum to be.
 *
 * @param fitId of the model's or the clustering's row, and of all its predictions
 * @param model {@code spectral-clustering}, {@code cnn} ...
 * @param datasetId of the spectrum
 * @param frame of the spectrum; of an image the pixel, row by row
 * @param label the class; of a clustering the cluster's number
 * @param probabilities by class; empty where there are none
 * @param entropy of the probabilities in nats, or null
 */
public record PredictionRow(
    String fitId,
    String model,
    String datasetId,
    long frame,
    String label,
    Map<String, Double> probabilities,
    @Nullable Double entropy,
    String runId) {

  public PredictionRow {
    probabilities = new TreeMap<>(probabilities);
  }

  /** A label alone. */
  public static PredictionRow of(
      String fitId, String model, String datasetId, long frame, String label, String runId) {
    return new PredictionRow(fitId, model, datasetId, frame, label, Map.of(), null, runId);
  }
}
