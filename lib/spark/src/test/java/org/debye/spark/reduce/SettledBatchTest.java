package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.FailureCode;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.file.SourceState;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written to, or vanish, while a batch is read. */
final class SettledBatchTest {
  @TempDir Path folder;

  private final SourceState state = new SourceState(HadoopSettings.of(new Configuration(false)));
  private final SettledBatch settled = new SettledBatch(state::changed, "config", "run");

  @Test
  void whatIsAtRestIsDoneOnce() {
    List<List<Work>> done = new ArrayList<>();
    BatchResult result = settled.of(batch -> note(done, batch), works("a", "b"));
    assertThat(done).hasSize(1);
    assertThat(result.rows()).extracting(DatasetRow::status).containsOnly(DatasetStatus.REDUCED);
  }

  @Test
  void aFileThatIsWrittenToWhileItIsReadFailsAloneAndTheOthersAreDoneAgainWithoutIt() {
    List<List<Work>> done = new ArrayList<>();
    BatchResult result =
        settled.of(
            batch -> {
              if (done.isEmpty()) {
                write("b", "other bytes");
              }
              return note(done, batch);
            },
            works("a", "b", "c"));
    assertThat(done).hasSize(2);
    assertThat(names(done.get(1))).containsExactly("a", "c");
    assertThat(result.files()).as("none of the first time").isEmpty();
    assertThat(result.rows()).extracting(DatasetRow::name).containsExactly("a", "c", "b");
    DatasetRow failed = result.rows().get(2);
    assertThat(failed.status()).isEqualTo(DatasetStatus.FAILED);
    DatasetRow.Failure why = Objects.requireNonNull(failed.failure());
    assertThat(why.code()).isEqualTo(FailureCode.SOURCE_CHANGED);
    assertThat(why.message()).contains("/b: it was written to while it was read");
  }

  @Test
  void filesThatChangeOneAfterAnotherEndToo() {
    List<List<Work>> done = new ArrayList<>();
    BatchResult result =
        settled.of(
            batch -> {
              write(names(batch).get(0), "again " + done.size());
              return note(done, batch);
            },
            works("a", "b"));
    assertThat(done).hasSize(2);
    assertThat(result.rows()).extracting(DatasetRow::status).containsOnly(DatasetStatus.FAILED);
  }

  @Test
  void onlyTheTimeNeedBeAnother() throws IOException {
    List<Work> works = works("a");
    Files.setLastModifiedTime(folder.resolve("a"), FileTime.fromMillis(12345));
    BatchResult result = settled.of(batch -> note(new ArrayList<>(), batch), works);
    assertThat(result.rows()).extracting(DatasetRow::status).containsOnly(DatasetStatus.FAILED);
  }

  @Test
  void whatHasVanishedHasBeenReadOrIsMissedByItsReader() throws IOException {
    List<Work> works = works("a");
    Files.delete(folder.resolve("a"));
    BatchResult result = settled.of(batch -> note(new ArrayList<>(), batch), works);
    assertThat(result.rows()).extracting(DatasetRow::status).containsOnly(DatasetStatus.REDUCED);
  }

  @Test
  void whatIsSimulatedIsNoFile() {
    SourceFile source = new SourceFile(java.net.URI.create("simulation:/ramp-2/d1"), 3, 4);
    assertThat(state.changed(source)).isFalse();
  }

  @Test
  void aFileThatIsOpenForWritingMayGrow() {
    List<List<Work>> done = new ArrayList<>();
    DatasetRow.Failure open = new DatasetRow.Failure(FailureCode.OPEN_FOR_WRITING, "open");
    BatchResult result =
        settled.of(
            batch -> {
              write("a", "grown");
              done.add(batch);
              return result(batch, DatasetStatus.PARTIAL, open);
            },
            works("a"));
    assertThat(done).hasSize(1);
    assertThat(result.rows()).extracting(DatasetRow::status).containsOnly(DatasetStatus.PARTIAL);
  }

  private static BatchResult note(List<List<Work>> done, List<Work> batch) {
    done.add(batch);
    return result(batch, DatasetStatus.REDUCED, null);
  }

  private static BatchResult result(
      List<Work> batch, DatasetStatus status, DatasetRow.@Nullable Failure failure) {
    List<DatasetRow> rows = new ArrayList<>();
    for (Work work : batch) {
      rows.add(
          new DatasetRow(
              work.datasetId(),
              work.candidate().name(),
              work.candidate().files(),
              work.fingerprint(),
              DatasetRow.Facts.unknown("config"),
              status,
              3,
              3,
              failure,
              Instant.EPOCH,
              "run"));
    }
    return new BatchResult(rows, List.of(), BatchCommit.Truth.NONE, Map.of(), 9, 0);
  }

  private static List<String> names(List<Work> works) {
    return works.stream().map(work -> work.candidate().name()).toList();
  }

  private List<Work> works(String... names) {
    List<Work> works = new ArrayList<>();
    for (String name : names) {
      Path file = write(name, "bytes of " + name);
      SourceFile source =
          new SourceFile(file.toUri(), file.toFile().length(), file.toFile().lastModified());
      works.add(Work.of(new StackCandidate(name, List.of(source)), "config"));
    }
    return works;
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
