package org.debye.spark.reduce;

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
import org.apache.spark.util.LongAccumulator;
import org.debye.provenance.RunRecord;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a run, told to the progress once a second, and its record: noted before the first row
 * is written, in the table after the last. A run that writes nothing leaves none.
 */
final class Ledger implements Closeable {
  private final Catalogue catalogue;
  private final RunRecord record;
  private final ReduceProgress progress;
  private final long datasetsInAll;
  private final int summed;
  private final long begun = System.nanoTime();
  private final Map<DatasetStatus, Long> counts = new EnumMap<>(DatasetStatus.class);
  private final List<DatasetRow> problems = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "debye-progress");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable LongAccumulator counter;
  private boolean noted;
  private boolean wrote;
  private long datasets;
  private long skipped;
  private long spectra;
  private long frames;

  /**
   * Begins.
   *
   * @param datasetsInAll to be done
   * @param summed raw frames of a spectrum
   */
  Ledger(
      Catalogue catalogue,
      RunRecord record,
      ReduceProgress progress,
      long datasetsInAll,
      int summed) {
    this.catalogue = catalogue;
    this.record = record;
    this.progress = progress;
    this.datasetsInAll = datasetsInAll;
    this.summed = summed;
  }

  String runId() {
    return record.runId();
  }

  /** Tells the progress from now on what the counter shows. */
  void watch(LongAccumulator running) {
    counter = running;
    Future<?> unused = clock.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  /** Notes the run, before a task of it writes a row. */
  void note() {
    if (!noted) {
      catalogue.journal().begin(record);
      noted = true;
    }
  }

  /** A batch has been committed. */
  synchronized void add(int done, BatchResult result) {
    datasets += done;
    wrote |= !result.rows().isEmpty();
    skipped += result.skipped();
    frames += result.frames();
    for (DatasetRow row : result.rows()) {
      counts.merge(row.status(), 1L, Long::sum);
      spectra += row.frames();
      if (row.status() != DatasetStatus.REDUCED) {
        problems.add(row);
      }
    }
    tell();
  }

  /** Writes the record of a run that has written rows, and forgets the note. */
  synchronized void finish() {
    if (noted && !wrote) {
      catalogue.journal().end(record);
    } else if (noted) {
      Map<String, Long> outcomes = new TreeMap<>();
      for (DatasetStatus status : DatasetStatus.values()) {
        outcomes.put(status.key(), count(status));
      }
      outcomes.put("skipped", skipped);
      outcomes.put("spectra", spectra);
      outcomes.put("frames", frames);
      RunRecord ended = record.ended(outcomes);
      catalogue.runs().append(ended);
      catalogue.journal().end(ended);
    }
  }

  private long count(DatasetStatus status) {
    return counts.getOrDefault(status, 0L);
  }

  private synchronized void tell() {
    double seconds = (System.nanoTime() - begun) / 1e9;
    long made = counter == null ? spectra : Math.max(spectra, counter.value());
    Duration left =
        datasets == 0
            ? null
            : Duration.ofMillis((long) (1e3 * seconds * (datasetsInAll - datasets) / datasets));
    progress.at(
        new ReduceProgress.State(
            datasets, datasetsInAll, made, made * summed / seconds, problems.size(), left));
  }

  /**
   * What the run has done.
   *
   * @param unchanged datasets that were left alone
   * @param incompleteBefore those of them that had failed, wholly or in part
   */
  synchronized ReduceSummary summary(long unchanged, long incompleteBefore) {
    problems.sort(Comparator.comparing(DatasetRow::datasetId));
    return new ReduceSummary(
        count(DatasetStatus.REDUCED),
        count(DatasetStatus.PARTIAL),
        count(DatasetStatus.FAILED),
        skipped,
        unchanged,
        incompleteBefore,
        spectra,
        frames,
        Duration.ofNanos(System.nanoTime() - begun),
        problems,
        record.runId());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
