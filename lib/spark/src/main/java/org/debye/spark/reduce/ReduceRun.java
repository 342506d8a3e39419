package org.debye.spark.reduce;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopFileOpener;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.ImageSource;
import org.debye.spark.file.ListedSources;
import org.debye.spark.file.SourceListing;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.DatasetsTable;
import org.debye.spark.table.Journal;
import org.debye.spark.table.Recovery;

/**
 * The reduce job: listed files to the tables of a catalogue. What the tables hold in its present
 * state is left alone; the rest is planned, reduced and committed batch by batch, so that a killed
 * run loses one batch of work and no other.
 */
public final class ReduceRun {
  /** Source bytes of a batch for each core: some ten seconds of work. */
  private static final long BATCH_BYTES = 1L << 30;

  /** Datasets of a batch for each core. */
  private static final int BATCH_DATASETS = 500;

  private final SparkSession session;
  private final ReduceSettings settings;
  private final ReduceProgress progress;

  public ReduceRun(SparkSession session, ReduceSettings settings, ReduceProgress progress) {
    this.session = session;
    this.settings = settings;
    this.progress = ReduceProgress.serial(progress);
  }

  /**
   * Does what is missing and nothing else.
   *
   * @throws org.debye.failure.InputException where nothing can be begun: no input is there, a mask
   *     cannot be read, another run is writing to the catalogue
   */
  public ReduceSummary run() {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    HadoopSettings hadoop = HadoopSettings.of(conf);
    Catalogue catalogue = Catalogue.at(settings.catalogue(), conf);
    CorrectionImages images =
        CorrectionImages.read(
            settings.corrections(), new ImageSource(new HadoopFileOpener(hadoop)));
    ListedSources listed = new SourceListing(hadoop, settings.files()).list(settings.input());
    try (CatalogueLock lock = catalogue.lock("reduce")) {
      new Recovery(session, catalogue).run();
      Map<String, DatasetsTable.State> states = catalogue.datasets().states();
      String configHash = ConfigHash.of(settings, images);
      WorkList work = WorkList.of(listed.files(), states, configHash, settings.retryFailed());
      List<Work> missing = missing(listed.missing(), states, configHash);
      try (Ledger ledger =
          new Ledger(
              catalogue,
              record(),
              progress,
              work.todo().size() + missing.size(),
              settings.frames().sum())) {
        if (!work.todo().isEmpty() || !missing.isEmpty()) {
          reduce(new BatchCommit(session, catalogue, lock), hadoop, images, work, missing, ledger);
        }
        return ledger.summary(work.unchanged());
      }
    }
  }

  private RunRecord record() {
    return RunRecord.begin("reduce")
        .inputs(settings.input())
        .configuration(settings.configuration())
        .spark(session.version())
        .build();
  }

  /** Named inputs that are not there, as datasets of their own; known ones have had their row. */
  private static List<Work> missing(
      List<URI> uris, Map<String, DatasetsTable.State> states, String configHash) {
    List<Work> missing = new ArrayList<>();
    for (URI uri : uris) {
      SourceFile file = new SourceFile(uri, -1, -1);
      String name = file.name().replaceFirst("(?<=.)\\.[^.]*$", "");
      Work work = Work.of(new StackCandidate(name, List.of(file)), configHash);
      DatasetsTable.State state = states.get(work.datasetId());
      if (state == null) {
        missing.add(work);
      } else if (!state.fingerprint().equals(work.fingerprint())) {
        missing.add(work.replacing());
      }
    }
    return missing;
  }

  private void reduce(
      BatchCommit commit,
      HadoopSettings hadoop,
      CorrectionImages images,
      WorkList work,
      List<Work> missing,
      Ledger ledger) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    LongAccumulator counter = session.sparkContext().longAccumulator();
    ledger.watch(counter);
    Tasks tasks = new Tasks(hadoop, settings.plan(), commit.location(), ledger.runId(), counter);
    BatchReduction reduction = new BatchReduction(spark, tasks, settings, images, progress);
    int cores = spark.defaultParallelism();
    int number = 0;
    if (!missing.isEmpty()) {
      commit(commit, missing, reduction.missing(missing), number++, ledger);
    }
    for (List<Work> batch : work.batches(cores * BATCH_BYTES, cores * BATCH_DATASETS)) {
      commit(commit, batch, reduction.reduce(batch), number++, ledger);
    }
    ledger.finish();
  }

  private static void commit(
      BatchCommit commit,
      List<Work> batch,
      BatchReduction.Result result,
      int number,
      Ledger ledger) {
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
          new Journal.Batch(ledger.runId(), number, List.copyOf(ids)),
          replaced,
          result.files(),
          result.axes().values(),
          result.rows());
    }
    ledger.add(batch.size(), result);
  }
}
