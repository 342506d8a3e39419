package org.debye.spark.reduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.debye.hdf5.StackCandidate;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.DatasetsTable;

/**
 * What is missing: the candidates whose dataset the tables do not hold in its present state.
 *
 * @param todo ordered by id, so that a file of spectra spans few ids
 * @param unchanged number of the others
 * @param incomplete those of the unchanged that failed before, wholly or in part
 */
record WorkList(List<Work> todo, long unchanged, long incomplete) {

  /**
   * Compares candidates with what the tables hold. Time and memory grow with their number.
   *
   * @param states of the datasets table
   * @param retryFailed whether failed and partial datasets are done again though nothing changed
   */
  static WorkList of(
      List<StackCandidate> candidates,
      Map<String, DatasetsTable.State> states,
      String configHash,
      boolean retryFailed) {
    List<Work> todo = new ArrayList<>();
    long unchanged = 0;
    long incomplete = 0;
    for (StackCandidate candidate : candidates) {
      Work work = Work.of(candidate, configHash);
      DatasetsTable.State state = states.get(work.datasetId());
      if (state == null) {
        todo.add(work);
      } else if (!state.fingerprint().equals(work.fingerprint())
          || (retryFailed && state.status() != DatasetStatus.REDUCED)) {
        todo.add(work.replacing());
      } else {
        unchanged++;
        incomplete += state.status() == DatasetStatus.REDUCED ? 0 : 1;
      }
    }
    todo.sort(Comparator.comparing(Work::datasetId));
    return new WorkList(List.copyOf(todo), unchanged, incomplete);
  }

  /**
   * Cuts the work into batches, each committed once.
   *
   * @param bytes of source files at which a batch is full; a larger dataset is a batch of its own
   * @param datasets at which a batch is full
   */
  List<List<Work>> batches(long bytes, int datasets) {
    List<List<Work>> batches = new ArrayList<>();
    int from = 0;
    long size = 0;
    for (int i = 0; i < todo.size(); i++) {
      long next = todo.get(i).size();
      if (i > from && (size + next > bytes || i - from == datasets)) {
        batches.add(todo.subList(from, i));
        from = i;
        size = 0;
      }
      size += next;
    }
    if (from < todo.size()) {
      batches.add(todo.subList(from, todo.size()));
    }
    return batches;
  }
}
