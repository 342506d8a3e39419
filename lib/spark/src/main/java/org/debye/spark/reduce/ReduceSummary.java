package org.debye.spark.reduce;

import java.time.Duration;
import java.util.List;
import org.debye.spark.table.DatasetRow;

/**
 * What a run has done.
 *
 * @param reduced datasets with every frame
 * @param partial datasets that miss frames
 * @param failed datasets without a frame
 * @param skipped candidates that hold results, not raw frames
 * @param unchanged datasets that were done before and were left alone
 * @param incompleteBefore those of the unchanged that had failed, wholly or in part
 * @param spectra rows written
 * @param frames raw frames read
 * @param problems the rows of partial and failed datasets of this run, ordered by id
 * @param runId in the {@code run_id} columns; rows of it exist only where something was written
 */
public record ReduceSummary(
    long reduced,
    long partial,
    long failed,
    long skipped,
    long unchanged,
    long incompleteBefore,
    long spectra,
    long frames,
    Duration duration,
    List<DatasetRow> problems,
    String runId) {
  public ReduceSummary {
    problems = List.copyOf(problems);
  }

  /** Whether some dataset misses something, now or since before: exit code 3. */
  public boolean incomplete() {
    return partial + failed + incompleteBefore > 0;
  }
}
