package org.debye.spark.reduce;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.debye.failure.FailureCode;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.StackMetadata;
import org.debye.provenance.Digest;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.jspecify.annotations.Nullable;

/** A dataset's row while its runs come in. Driver only, one thread. */
final class DatasetDraft {
  private final Work work;
  private final DatasetRow.Facts facts;
  private final long expected;
  private final Map<Long, RunOutcome> outcomes = new HashMap<>();

  private DatasetDraft(Work work, DatasetRow.Facts facts, long expected) {
    this.work = work;
    this.facts = facts;
    this.expected = expected;
  }

  /** Of a dataset that has been planned and resolved. */
  static DatasetDraft of(
      Work work, FrameStack stack, Recipe recipe, List<String> warnings, Hashes hashes) {
    StackMetadata metadata = stack.metadata();
    Digest geometry = new Digest().add(recipe.geometry()).add(recipe.layout());
    DatasetRow.Facts facts =
        new DatasetRow.Facts(
            metadata.sample(),
            metadata.instrument(),
            metadata.startTime(),
            recipe.geometry().wavelength(),
            geometry.hex(),
            hashes.mask(),
            hashes.configuration(),
            null,
            warnings);
    return new DatasetDraft(work, facts, hashes.selection().spectra(stack.frames()));
  }

  /**
   * What all datasets of a run share.
   *
   * @param mask digest of the user's images and the rules
   * @param configuration digest of every setting that changes a spectrum
   */
  record Hashes(String mask, String configuration, FrameSelection selection) {}

  /** A run counts once, however often its outcome comes. */
  void add(RunOutcome outcome) {
    outcomes.put(outcome.first(), outcome);
  }

  String datasetId() {
    return work.datasetId();
  }

  /** The row, once all runs are in. */
  DatasetRow row(Instant finished, String runId) {
    long written = outcomes.values().stream().mapToLong(RunOutcome::written).sum();
    DatasetRow.Failure failure = failure(written);
    DatasetStatus status =
        failure == null
            ? DatasetStatus.REDUCED
            : written == 0 ? DatasetStatus.FAILED : DatasetStatus.PARTIAL;
    String axisId =
        written == 0
            ? null
            : outcomes.values().stream()
                .map(RunOutcome::axisId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    return new DatasetRow(
        work.datasetId(),
        work.candidate().name(),
        work.candidate().files(),
        work.fingerprint(),
        facts.withAxis(axisId),
        status,
        written,
        expected,
        failure,
        finished,
        runId);
  }

  private DatasetRow.@Nullable Failure failure(long written) {
    if (written == expected) {
      return null;
    }
    RunOutcome first =
        outcomes.values().stream()
            .filter(outcome -> outcome.failure() != null)
            .min((a, b) -> Long.compare(a.first(), b.first()))
            .orElse(null);
    DatasetRow.Failure why = first == null ? null : first.failure();
    if (why == null) {
      return new DatasetRow.Failure(
          FailureCode.INTERNAL,
          work.candidate().name()
              + ": "
              + (expected - written)
              + " spectra went missing without a reason, a defect of Debye. Please report it.");
    }
    long missing = expected - written;
    return missing == 1 && expected == 1
        ? why
        : new DatasetRow.Failure(
            why.code(),
            missing
                + " of "
                + expected
                + " spectra could not be made. The first: "
                + why.message());
  }

  /** The row of a dataset that could not be begun. */
  static DatasetRow failed(
      Work work, String configHash, DatasetRow.Failure failure, Instant finished, String runId) {
    return new DatasetRow(
        work.datasetId(),
        work.candidate().name(),
        work.candidate().files(),
        work.fingerprint(),
        DatasetRow.Facts.unknown(configHash),
        DatasetStatus.FAILED,
        0,
        0,
        failure,
        finished,
        runId);
  }
}
