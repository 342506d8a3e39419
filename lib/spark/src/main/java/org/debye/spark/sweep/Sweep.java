package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.debye.provenance.RunRecord;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.CellRemoval;
import org.debye.spark.table.Compaction;
import org.debye.spark.table.FinishedCells;
import org.debye.spark.table.Recovery;

/**
 * A study's cells, each done exactly once, whatever is killed in between. Driver only.
 *
 * <p>Under the catalogue's lock: finish what a killed run has begun to commit, leave out the cells
 * of which the table holds an up-to-date row, take over what a killed run has finished, and run the
 * rest, longest first. A task notes its results as files; the driver commits them as they come.
 */
public final class Sweep {
  /** How long the driver waits for a task before it looks whether a commit is due. */
  private static final long POLL_MILLISECONDS = 200;

  private final SparkSession session;
  private final Catalogue catalogue;
  private final String study;
  private final SweepSettings settings;
  private RunRecord next;

  private Sweep(SparkSession session, Catalogue catalogue, String study, SweepSettings settings) {
    this.session = session;
    this.catalogue = catalogue;
    this.study = study;
    this.settings = settings;
    this.next = record(session, settings);
  }

  /**
   * A sweep that writes to a catalogue.
   *
   * @param study names the rows that belong together; ids of cells are unique within it
   */
  public static Sweep of(
      SparkSession session, Catalogue catalogue, String study, SweepSettings settings) {
    if (study.isBlank()) {
      throw new IllegalArgumentException("a sweep has a name");
    }
    return new Sweep(session, catalogue, study, settings);
  }

  /** Of the run that {@link #run} will be, for what cells write beside their results. */
  public String nextRunId() {
    return next.runId();
  }

  /**
   * Does the cells that the tables do not hold.
   *
   * @throws org.debye.failure.InputException where nothing can be begun: two cells have one id,
   *     another run is writing to the catalogue
   */
  public SweepSummary run(List<? extends SweepCell> cells, SweepProgress progress) {
    RunRecord record = next;
    next = record(session, settings);
    try (CatalogueLock lock = catalogue.lock(settings.job())) {
      new Recovery(session, catalogue).run();
      SweepPlan plan = SweepPlan.of(cells, catalogue.sweepResults().states(study), settings);
      new CellRemoval(session, catalogue).remove(study, plan.replaced());
      FinishedCells finished = catalogue.finishedCells(study);
      TakenOverCells before = TakenOverCells.of(finished, plan, settings);
      try (SweepLedger ledger =
          new SweepLedger(catalogue, record, SweepProgress.serial(progress), plan)) {
        if (!plan.todo().isEmpty()) {
          ledger.note();
          ResultCommits commits =
              new ResultCommits(session, catalogue, lock, study, record.runId());
          new Running(ledger, commits, task(record.runId())).all(before);
          finished.discardOf(plan.todo().keySet());
          ledger.finish();
          new Compaction(session, catalogue).ofSweepsWhereWorthwhile();
        }
        return ledger.summary();
      }
    }
  }

  private static RunRecord record(SparkSession session, SweepSettings settings) {
    RunRecord.Builder record =
        RunRecord.begin(settings.job())
            .inputs(settings.inputs())
            .configuration(settings.configuration())
            .spark(session.version());
    return settings.seed() == null ? record.build() : record.seed(settings.seed()).build();
  }

  private CellTask task(String runId) {
    return new CellTask(
        HadoopSettings.of(session.sparkContext().hadoopConfiguration()),
        catalogue.location(),
        study,
        settings.configurationHash(),
        runId,
        CellMeasurement.Company.OTHERS);
  }

  /** Runs cells and commits their results. */
  private final class Running {
    private final JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(session.sparkContext());
    private final SweepLedger ledger;
    private final ResultCommits commits;
    private final CellTask task;

    Running(SweepLedger ledger, ResultCommits commits, CellTask task) {
      this.ledger = ledger;
      this.commits = commits;
      this.task = task;
    }

    void all(TakenOverCells before) {
      Map<String, SweepCell> left = before.left();
      int cores = spark.defaultParallelism();
      List<List<SweepCell>> tasks = TaskCutting.cut(SweepPlan.longestFirst(left.values()), cores);
      ledger.takeOver(before.notes());
      ledger.watch(tasks, cores);
      commits.add(before.notes());
      List<String> outOfMemory = new ArrayList<>();
      stream(task, tasks, outOfMemory);
      for (String id : outOfMemory) {
        stream(task.alone(), List.of(List.of(left.get(id))), new ArrayList<>());
      }
      commits.now();
    }

    private void stream(CellTask work, List<List<SweepCell>> tasks, List<String> outOfMemory) {
      try (TaskStream stream = new TaskStream(spark, work, tasks)) {
        while (stream.hasMore()) {
          TaskStream.Ended one = stream.next(POLL_MILLISECONDS);
          if (one != null) {
            ledger.ended(one);
            commits.add(one.report().notes());
            outOfMemory.addAll(one.report().outOfMemory());
          }
          commits.whenDue();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted; what is finished is kept", e);
      }
    }
  }
}
