package org.debye.spark.reduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spectra.SpectralAxis;

/**
 * What a batch has come to, not committed yet.
 *
 * @param rows of all its datasets but those skipped
 * @param files of their spectra
 * @param truth that comes with them
 * @param axes of the spectra, by id
 * @param frames raw frames read
 * @param skipped candidates that are no raw data
 */
public record BatchResult(
    List<DatasetRow> rows,
    List<DataFile> files,
    BatchCommit.Truth truth,
    Map<String, SpectralAxis> axes,
    long frames,
    long skipped) {

  /** With the rows of further datasets. */
  BatchResult and(List<DatasetRow> more) {
    List<DatasetRow> all = new ArrayList<>(rows);
    all.addAll(more);
    return new BatchResult(all, files, truth, axes, frames, skipped);
  }

  /** Of files that were named and are not there. */
  static BatchResult missing(List<Work> works, String configHash, String runId) {
    List<DatasetRow> rows = new ArrayList<>();
    for (Work work : works) {
      DatasetRow.Failure failure =
          new DatasetRow.Failure(
              FailureCode.MISSING_FILE,
              work.candidate().files().get(0).uri()
                  + ": there is no such file. Correct its name in input, or leave it out.");
      rows.add(DatasetDraft.failed(work, configHash, failure, Instant.now(), runId));
    }
    return new BatchResult(rows, List.of(), BatchCommit.Truth.NONE, Map.of(), 0, 0);
  }
}
