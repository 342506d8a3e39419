package org.debye.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.debye.provenance.RunRecord;

/**
 * Cleans up after a killed run, holding the lock: rows of a batch that did not reach its last
 * commit are removed, noted commits and removals are done to their end, and the run's record is
 * kept.
 */
public final class Recovery {
  private final SparkSession session;
  private final Catalogue catalogue;

  public Recovery(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /**
   * Can itself be killed and done again. Does nothing where no run was killed.
   *
   * @return datasets whose rows were removed, because their batch had been committed in part
   */
  public int run() {
    new TablesCommit(session, catalogue).recover();
    new RowKeysRemoval(session, catalogue).recover();
    int removed = batches();
    runs();
    return removed;
  }

  private int batches() {
    int removed = 0;
    Journal journal = catalogue.journal();
    List<Journal.Batch> pending = journal.pending();
    if (!pending.isEmpty()) {
      Map<String, DatasetsTable.State> states = catalogue.datasets().states();
      for (Journal.Batch batch : pending) {
        Set<String> unfinished = new TreeSet<>();
        for (String id : batch.datasetIds()) {
          DatasetsTable.State state = states.get(id);
          if (state == null || !state.runId().equals(batch.runId())) {
            unfinished.add(id);
          }
        }
        new RowRemoval(session, catalogue).remove(unfinished);
        removed += unfinished.size();
        catalogue.finished().drop(batch.datasetIds());
        journal.end(batch);
      }
    }
    return removed;
  }

  private void runs() {
    Journal journal = catalogue.journal();
    Set<String> recorded = new HashSet<>();
    List<RunRecord> killed = journal.runs();
    if (!killed.isEmpty()) {
      catalogue.runs().all().forEach(run -> recorded.add(run.runId()));
    }
    for (RunRecord run : killed) {
      if (recorded.add(run.runId())) {
        catalogue.runs().append(run);
      }
      journal.end(run);
    }
  }
}
