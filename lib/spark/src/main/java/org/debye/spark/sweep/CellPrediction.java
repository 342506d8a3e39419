package org.debye.spark.sweep;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds one spectrum to be: a row of the table {@code predictions}, whose {@code
 * fit_id} is the cell's id.
 *
 * @param model {@code cnn} ...
 * @param datasetId of the spectrum
 * @param frame of the spectrum
 * @param label the class
 * @param probabilities by class; empty where there are none
 * @param entropy of the probabilities in nats, or null
 */
public record CellPrediction(
    String model,
    String datasetId,
    long frame,
    String label,
    Map<String, Double> probabilities,
    @Nullable Double entropy)
    implements Serializable {
  public CellPrediction {
    probabilities = new TreeMap<>(probabilities);
  }
}
