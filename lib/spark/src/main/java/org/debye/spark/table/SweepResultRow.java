package org.debye.spark.table;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code sweep_results}.
 *
 * @param fingerprint digest of the cell's kind and parameters and of the configuration: whether the
 *     row is up to date
 * @param problem null for a cell in order
 * @param arrays not copied
 * @param cpuSeconds of the cell's thread
 * @param finished when the cell ended, to the microsecond
 * @param runId of the run that computed it
 */
public record SweepResultRow(
    String study,
    String cellId,
    String kind,
    String fingerprint,
    Map<String, String> parameters,
    CellStatus status,
    @Nullable Problem problem,
    Map<String, Double> metrics,
    Map<String, double[]> arrays,
    double cpuSeconds,
    double wallSeconds,
    Instant finished,
    String runId) {

  /**
   * Why a cell failed or is flagged.
   *
   * @param code columns {@code error_code}; a {@link org.debye.failure.FailureCode}'s name where
   *     the cell failed
   * @param message sentences
   */
  public record Problem(String code, String message) {}

  public SweepResultRow {
    parameters = new TreeMap<>(parameters);
    metrics = new TreeMap<>(metrics);
    arrays = new TreeMap<>(arrays);
    if ((status == CellStatus.DONE) != (problem == null)) {
      throw new IllegalArgumentException(cellId + " is " + status + " with problem " + problem);
    }
  }
}
