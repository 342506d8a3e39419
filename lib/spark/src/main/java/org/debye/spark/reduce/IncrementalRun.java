package org.debye.spark.reduce;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.SourceState;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.Compaction;
import org.debye.spark.table.DatasetsTable;
import org.debye.spark.table.Journal;
import org.debye.spark.table.Recovery;

/**
 * What reduce, import and simulate have in common: under the lock, clean up after a killed run,
 * find what is missing, do it batch by batch, and keep the record. Driver only.
 */
public final class IncrementalRun {
  /** Spark setting: source bytes of a batch for each core; some ten seconds of work. */
  private static final String BATCH_BYTES = "spark.debye.batch.bytes";

  /** Spark setting: datasets of a batch for each core. */
  private static final String BATCH_DATASETS = "spark.debye.batch.datasets";

  /**
   * Datasets of a batch, however many cores there are: what tasks say of each comes together on the
   * driver, some kilobytes, and Spark takes a gigabyte of results.
   */
  private static final int MOST_DATASETS = 100_000;

  private final SparkSession session;
  private final Catalogue catalogue;
  private final RunRecord record;
  private final ReduceProgress progress;

  public IncrementalRun(
      SparkSession session, Catalogue catalogue, RunRecord record, ReduceProgress progress) {
    this.session = session;
    this.catalogue = catalogue;
    this.record = record;
    this.progress = progress;
  }

  /**
   * What may have to be done.
   *
   * @param missing inputs that were named and are not there
   * @param configHash digest of every setting that changes a spectrum
   * @param retryFailed whether failed and partial datasets are done again though nothing changed
   */
  public record Wanted(
      List<StackCandidate> candidates, List<URI> missing, String configHash, boolean retryFailed) {}

  /** Does a batch on the cluster; writes files and commits nothing. */
  public interface BatchWork {
    BatchResult of(List<Work> batch);
  }

  /** Makes the worker, once it is known that there is work; the counter shows spectra made. */
  public interface BatchWorker {
    BatchWork begin(LongAccumulator counter);
  }

  /** Does what is missing. */
  public ReduceSummary run(Wanted wanted, int summed, BatchWorker worker) {
    try (CatalogueLock lock = catalogue.lock(record.job())) {
      int removed = new Recovery(session, catalogue).run();
      if (removed > 0) {
        progress.line(
            "a run was stopped while it wrote "
                + removed
                + (removed == 1 ? " dataset" : " datasets")
                + ": what is there of them is removed, and they are done again");
      }
      Map<String, DatasetsTable.State> states = catalogue.datasets().states();
      WorkList work =
          WorkList.of(wanted.candidates(), states, wanted.configHash(), wanted.retryFailed());
      WorkList gone = WorkList.of(gone(wanted), states, wanted.configHash(), wanted.retryFailed());
      List<Work> missing = gone.todo();
      long inAll = (long) work.todo().size() + missing.size();
      try (Ledger ledger = new Ledger(catalogue, record, progress, inAll, summed)) {
        if (inAll > 0) {
          BatchCommit commit = new BatchCommit(session, catalogue, lock);
          run(wanted, work, missing, worker, new Steps(commit, ledger));
          ledger.finish();
          new Compaction(session, catalogue).whereWorthwhile();
        }
        return ledger.summary(
            work.unchanged() + gone.unchanged(), work.incomplete() + gone.incomplete());
      }
    }
  }

  private void run(
      Wanted wanted, WorkList work, List<Work> missing, BatchWorker worker, Steps steps) {
    if (!missing.isEmpty()) {
      steps.commit(missing, BatchResult.missing(missing, wanted.configHash(), record.runId()));
    }
    if (!work.todo().isEmpty()) {
      LongAccumulator counter = session.sparkContext().longAccumulator();
      steps.ledger.watch(counter);
      BatchWork batches = worker.begin(counter);
      int cores = session.sparkContext().defaultParallelism();
      long bytes = session.sparkContext().getConf().getLong(BATCH_BYTES, 1L << 30);
      int datasets = session.sparkContext().getConf().getInt(BATCH_DATASETS, 500);
      SettledBatch settled =
          new SettledBatch(
              new SourceState(HadoopSettings.of(session.sparkContext().hadoopConfiguration()))
                  ::changed,
              wanted.configHash(),
              record.runId());
      int most = (int) Math.min((long) cores * datasets, MOST_DATASETS);
      for (List<Work> batch : work.batches(cores * bytes, most)) {
        steps.ledger.note();
        steps.commit(batch, settled.of(batches, batch));
      }
    }
  }

  /** Named inputs that are not there, as datasets of their own; known ones have had their row. */
  private static List<StackCandidate> gone(Wanted wanted) {
    List<StackCandidate> gone = new ArrayList<>();
    for (URI uri : wanted.missing()) {
      SourceFile file = new SourceFile(uri, -1, -1);
      gone.add(new StackCandidate(file.name().replaceFirst("(?<=.)\\.[^.]*$", ""), List.of(file)));
    }
    return gone;
  }

  /** Commits batches, numbered through. */
  private static final class Steps {
    private final BatchCommit commit;
    private final Ledger ledger;
    private int number;

    Steps(BatchCommit commit, Ledger ledger) {
      this.commit = commit;
      this.ledger = ledger;
    }

    void commit(List<Work> batch, BatchResult result) {
      if (!result.rows().isEmpty()) {
        ledger.note();
        Set<String> ids = new TreeSet<>();
        result.rows().forEach(row -> ids.add(row.datasetId()));
        List<String> replaced =
            batch.stream()
                .filter(work -> work.replaces() && ids.contains(work.datasetId()))
                .map(Work::datasetId)
                .toList();
        commit.commit(
            new Journal.Batch(ledger.runId(), number++, List.copyOf(ids)),
            replaced,
            result.files(),
            result.truth(),
            result.axes().values(),
            result.rows());
      }
      ledger.add(batch.size(), result);
    }
  }
}
