package org.debye.spark.reduce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.Planning;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.FinishedFiles;
import org.debye.spectra.SpectralAxis;

/** Plans and reduces one batch on the cluster. Driver only, one thread. */
final class BatchReduction {
  /** Tasks for each core, so that a slow one at the end holds up little. */
  private static final int TASKS_PER_CORE = 4;

  /** Spark setting: decoded bytes of a run, below which a task is not worth its start. */
  private static final String RUN_BYTES = "spark.debye.run.bytes";

  /** Spark setting: decoded bytes of a task, what one that is killed may lose; some 20 seconds. */
  private static final String TASK_BYTES = "spark.debye.task.bytes";

  private final JavaSparkContext spark;
  private final Tasks tasks;
  private final ReduceSettings settings;
  private final Resolution resolution;
  private final DatasetDraft.Hashes hashes;
  private final Broadcast<CorrectionImages> images;
  private final ReduceProgress progress;
  private final List<FinishedFiles.Finished> finished;
  private final long runBytes;
  private final long taskBytes;

  BatchReduction(
      JavaSparkContext spark,
      Tasks tasks,
      ReduceSettings settings,
      CorrectionImages images,
      ReduceProgress progress) {
    this.spark = spark;
    this.tasks = tasks;
    this.settings = settings;
    this.resolution = new Resolution(settings, images);
    this.hashes =
        new DatasetDraft.Hashes(
            ConfigHash.mask(settings, images), ConfigHash.of(settings, images), settings.frames());
    this.images = spark.broadcast(images);
    this.progress = progress;
    this.finished = tasks.finished();
    this.runBytes = spark.getConf().getLong(RUN_BYTES, 64L << 20);
    this.taskBytes = spark.getConf().getLong(TASK_BYTES, 2L << 30);
  }

  /** Plans and reduces. */
  BatchResult reduce(List<Work> batch) {
    int cores = spark.defaultParallelism();
    int planTasks = Math.min(batch.size(), cores * TASKS_PER_CORE);
    List<Tasks.Planned> planned = spark.parallelize(batch, planTasks).map(tasks::plan).collect();
    List<DatasetRow> rows = new ArrayList<>();
    Map<String, DatasetDraft> drafts = new LinkedHashMap<>();
    List<FrameRun> runs = new ArrayList<>();
    long skipped = 0;
    for (Tasks.Planned one : planned) {
      if (one.planning() instanceof Planning.NotRaw other) {
        progress.line(one.work().candidate().name() + ": skipped, " + other.reason());
        skipped++;
      } else if (one.planning() instanceof Planning.Failed failed) {
        rows.add(failed(one.work(), failed.code(), failed.message()));
      } else if (one.planning() instanceof Planning.Raw raw) {
        resolve(one.work(), raw.stack(), drafts, runs, rows);
      }
    }
    return run(rows, drafts, runs, skipped);
  }

  private void resolve(
      Work work,
      FrameStack stack,
      Map<String, DatasetDraft> drafts,
      List<FrameRun> runs,
      List<DatasetRow> rows) {
    try {
      Recipe recipe = resolution.resolve(stack);
      List<String> warnings = resolution.warnings(stack, recipe);
      warnings.forEach(progress::line);
      runs.addAll(RunCutting.cut(work, stack, recipe, settings.frames(), runBytes));
      drafts.put(work.datasetId(), DatasetDraft.of(work, stack, recipe, warnings, hashes));
    } catch (InputException e) {
      rows.add(failed(work, e.code(), String.valueOf(e.getMessage())));
    }
  }

  private DatasetRow failed(Work work, FailureCode code, String message) {
    return DatasetDraft.failed(
        work,
        hashes.configuration(),
        new DatasetRow.Failure(code, message),
        Instant.now(),
        tasks.runId());
  }

  private BatchResult run(
      List<DatasetRow> rows, Map<String, DatasetDraft> drafts, List<FrameRun> runs, long skipped) {
    List<DataFile> files = new ArrayList<>();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    long frames = 0;
    if (!runs.isEmpty()) {
      for (TaskOutcome outcome : reduceRuns(runs)) {
        files.addAll(outcome.files());
        axes.putAll(outcome.axes());
        for (RunOutcome one : outcome.runs()) {
          Objects.requireNonNull(drafts.get(one.datasetId())).add(one);
          frames += (one.written() + one.missing()) * settings.frames().sum();
        }
      }
    }
    Instant finished = Instant.now();
    drafts.values().forEach(draft -> rows.add(draft.row(finished, tasks.runId())));
    return new BatchResult(rows, files, BatchCommit.Truth.NONE, axes, frames, skipped);
  }

  private List<TaskOutcome> reduceRuns(List<FrameRun> runs) {
    TakenOver before = TakenOver.of(runs, finished);
    List<TaskOutcome> outcomes = new ArrayList<>(before.outcomes());
    long rows =
        outcomes.stream().flatMap(one -> one.files().stream()).mapToLong(DataFile::rows).sum();
    if (rows > 0) {
      progress.line(rows + " spectra are taken over from a run that was stopped");
    }
    if (!before.left().isEmpty()) {
      int fewest = spark.defaultParallelism() * TASKS_PER_CORE;
      List<List<FrameRun>> dealt = RunCutting.deal(before.left(), fewest, taskBytes);
      Tasks shipped = tasks;
      Broadcast<CorrectionImages> given = images;
      outcomes.addAll(
          spark
              .parallelize(dealt, dealt.size())
              .mapPartitions(part -> shipped.reduce(new Flattened<>(part), given.value()))
              .collect());
    }
    return outcomes;
  }
}
