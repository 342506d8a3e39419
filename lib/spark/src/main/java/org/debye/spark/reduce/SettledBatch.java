package org.debye.spark.reduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.debye.failure.FailureCode;
import org.debye.hdf5.SourceFile;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DatasetRow;

/**
 * A batch whose sources have been at rest since they were listed. Spectra of a file that changes
 * while it is read may be of its old bytes and of its new ones, and nobody can tell which: such a
 * dataset is a failed row, and the batch is done again without it, since its spectra lie in files
 * with those of others. It differs from its row, so that the next run does it anew.
 *
 * @param changed whether a file is another one by now
 * @param configHash of the rows
 */
record SettledBatch(Predicate<SourceFile> changed, String configHash, String runId) {

  /** Does the batch, and again without what has changed, until the rest has not. */
  BatchResult of(IncrementalRun.BatchWork work, List<Work> batch) {
    List<DatasetRow> failed = new ArrayList<>();
    List<Work> left = batch;
    BatchResult result = work.of(left);
    Set<String> moving = moving(result);
    while (!moving.isEmpty()) {
      List<Work> still = new ArrayList<>();
      for (Work one : left) {
        if (moving.contains(one.datasetId())) {
          failed.add(failed(one));
        } else {
          still.add(one);
        }
      }
      left = still;
      result = left.isEmpty() ? nothing() : work.of(left);
      moving = moving(result);
    }
    return result.and(failed);
  }

  /**
   * Datasets with spectra of which a file is another one by now. A file that is open for writing
   * grows, and its row says so; the frames that are there stay as they are.
   */
  private Set<String> moving(BatchResult result) {
    Set<String> moving = new HashSet<>();
    for (DatasetRow row : result.rows()) {
      DatasetRow.Failure failure = row.failure();
      boolean open = failure != null && failure.code() == FailureCode.OPEN_FOR_WRITING;
      if (row.frames() > 0 && !open && row.sources().stream().anyMatch(changed)) {
        moving.add(row.datasetId());
      }
    }
    return moving;
  }

  private DatasetRow failed(Work work) {
    List<SourceFile> files = work.candidate().files();
    SourceFile file = files.stream().filter(changed).findFirst().orElse(files.get(0));
    return DatasetDraft.failed(
        work,
        configHash,
        new DatasetRow.Failure(
            FailureCode.SOURCE_CHANGED,
            file.uri() + ": it was written to while it was read. Run again when it is at rest."),
        Instant.now(),
        runId);
  }

  private static BatchResult nothing() {
    return new BatchResult(List.of(), List.of(), BatchCommit.Truth.NONE, Map.of(), 0, 0);
  }
}
