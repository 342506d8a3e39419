package org.debye.spark.sweep;

import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.debye.provenance.RunRecord;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CellStatus;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a sweep, told to the progress once a second, and its record: noted before the first
 * cell is run, in the table after the last commit. A run that does nothing leaves none.
 */
final class SweepLedger implements Closeable {
  /** Sentences on single cells; the table holds them all. */
  private static final int SENTENCES = 100;

  private final Catalogue catalogue;
  private final RunRecord record;
  private final SweepProgress progress;
  private final SweepPlan plan;
  private final long begun = System.nanoTime();
  private final Map<CellStatus, Long> counts = new EnumMap<>(CellStatus.class);
  private final List<TaskReport.Ended> problems = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "debye-progress");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable TimeLeft timeLeft;
  private long takenOver;
  private double cpuSeconds;

  SweepLedger(Catalogue catalogue, RunRecord record, SweepProgress progress, SweepPlan plan) {
    this.catalogue = catalogue;
    this.record = record;
    this.progress = progress;
    this.plan = plan;
  }

  /** Notes the run, before a cell of it is run. */
  void note() {
    catalogue.journal().begin(record);
  }

  /** Begins to tell the progress. */
  synchronized void watch(List<List<SweepCell>> tasks, int cores) {
    timeLeft = new TimeLeft(tasks, cores, seconds());
    Future<?> unused = clock.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  /** Cells of a killed run. */
  synchronized void takeOver(List<TaskReport.Note> notes) {
    for (TaskReport.Note note : notes) {
      note.cells().forEach(this::count);
      takenOver += note.cells().size();
    }
  }

  /** A task has ended. */
  synchronized void ended(TaskStream.Ended one) {
    add(one.report());
    if (timeLeft != null) {
      timeLeft.ended(one.task(), seconds());
    }
  }

  /** Cells have ended, in whatever task. */
  synchronized void add(TaskReport report) {
    for (TaskReport.Note note : report.notes()) {
      note.cells().forEach(this::count);
    }
  }

  private void count(TaskReport.Ended cell) {
    counts.merge(cell.status(), 1L, Long::sum);
    cpuSeconds += cell.cpuSeconds();
    if (timeLeft != null) {
      timeLeft.took(cell.kind(), cell.cost(), cell.wallSeconds());
    }
    if (cell.status() != CellStatus.DONE && problems.size() < SENTENCES) {
      problems.add(cell);
      progress.line(cell.message());
      if (problems.size() == SENTENCES) {
        progress.line("further cells that fail or are flagged are in sweep_results only");
      }
    }
  }

  private long count(CellStatus status) {
    return counts.getOrDefault(status, 0L);
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  private synchronized void tell() {
    long finished = counts.values().stream().mapToLong(Long::longValue).sum();
    progress.at(
        new SweepProgress.State(
            finished,
            plan.todo().size(),
            count(CellStatus.FLAGGED),
            count(CellStatus.FAILED),
            timeLeft == null ? null : timeLeft.at(seconds())));
  }

  /** Writes the record and forgets the note, after the last commit. */
  synchronized void finish() {
    tell();
    Map<String, Long> outcomes = new TreeMap<>();
    for (CellStatus status : CellStatus.values()) {
      outcomes.put(status.key(), count(status));
    }
    outcomes.put("taken_over", takenOver);
    RunRecord ended = record.ended(outcomes);
    catalogue.runs().append(ended);
    catalogue.journal().end(ended);
  }

  /** What the run has done. */
  synchronized SweepSummary summary() {
    problems.sort(
        Comparator.comparing(TaskReport.Ended::status)
            .reversed()
            .thenComparing(TaskReport.Ended::id));
    return new SweepSummary(
        count(CellStatus.DONE),
        count(CellStatus.FLAGGED),
        count(CellStatus.FAILED),
        takenOver,
        plan.unchanged().size(),
        plan.failedBefore(),
        cpuSeconds,
        Duration.ofNanos(System.nanoTime() - begun),
        problems.stream().map(TaskReport.Ended::message).toList(),
        record.runId());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
