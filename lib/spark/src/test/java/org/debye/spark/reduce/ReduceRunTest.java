package org.debye.spark.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.InputException;
import org.debye.spark.TestSession;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueContent;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.FinishedFiles;
import org.debye.spark.table.Journal;
import org.debye.spark.table.SpectrumStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReduceRunTest {
  @TempDir Path folder;

  private Catalogue catalogue(String name) {
    return Catalogue.at(folder.resolve(name).toString(), new Configuration());
  }

  private ReduceSummary reduce(String name) {
    return new ReduceRun(
            TestSession.session(),
            FrameFiles.settings(folder.resolve("raw").toString(), folder.resolve(name).toString()),
            ReduceProgress.SILENT)
        .run();
  }

  private Path raw(String name) throws IOException {
    return Files.createDirectories(folder.resolve("raw")).resolve(name);
  }

  @Test
  void badFilesGetTheirRowsAndGoodOnesTheirSpectra() throws IOException {
    FrameFiles.write(raw("good.h5"), 5, 1);
    FrameFiles.write(raw("cut.h5"), 5, 2);
    byte[] whole = Files.readAllBytes(raw("cut.h5"));
    Files.write(raw("cut.h5"), Arrays.copyOf(whole, whole.length - 700));
    Files.writeString(raw("text.h5"), "not HDF5 at all, but long enough to be looked at twice");
    List<String> inputs =
        List.of(folder.resolve("raw").toString(), folder.resolve("absent.h5").toString());
    ReduceSummary summary =
        new ReduceRun(
                TestSession.session(),
                FrameFiles.settings(
                    inputs, folder.resolve("c").toString(), FrameSelection.all(), false),
                ReduceProgress.SILENT)
            .run();
    assertThat(summary.incomplete()).isTrue();
    assertThat(summary.reduced()).isEqualTo(1);
    List<DatasetRow> rows = catalogue("c").datasets().all();
    assertThat(rows).extracting(DatasetRow::name).containsExactly("absent", "cut", "good", "text");
    assertThat(rows.get(0).failure())
        .hasToString(
            "Failure[code=MISSING_FILE, message="
                + folder.resolve("absent.h5").toUri()
                + ": there is no such file. Correct its name in input, or leave it out.]");
    assertThat(rows.get(1).status()).isNotEqualTo(DatasetStatus.REDUCED);
    assertThat(String.valueOf(rows.get(1).failure())).contains("TRUNCATED").contains("cut.h5");
    assertThat(rows.get(2).frames()).isEqualTo(5);
    assertThat(String.valueOf(rows.get(3).failure())).contains("NOT_HDF5").contains("text.h5");
    long version = catalogue("c").datasets().version();
    assertThat(
            new ReduceRun(
                    TestSession.session(),
                    FrameFiles.settings(
                        inputs, folder.resolve("c").toString(), FrameSelection.all(), false),
                    ReduceProgress.SILENT)
                .run()
                .spectra())
        .isZero();
    assertThat(catalogue("c").datasets().version()).isEqualTo(version);
  }

  @Test
  void aSourceThatHasChangedReplacesItsRows() throws IOException {
    FrameFiles.write(raw("a.h5"), 2, 1);
    FrameFiles.write(raw("b.h5"), 2, 2);
    reduce("c");
    FrameFiles.write(raw("a.h5"), 4, 3);
    ReduceSummary again = reduce("c");
    assertThat(again.reduced()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(1);
    reduce("fresh");
    assertThat(CatalogueContent.of(catalogue("c")))
        .isEqualTo(CatalogueContent.of(catalogue("fresh")));
    assertThat(catalogue("c").runs().all()).hasSize(2);
  }

  /** A run that can finish its tasks and not begin its commit, as one that is killed there. */
  private Catalogue killedBeforeItsCommit(String name) throws IOException {
    Path blocked = Files.createDirectories(folder.resolve(name + "/_debye")).resolve("pending");
    Files.createFile(blocked);
    assertThatThrownBy(() -> reduce(name)).isInstanceOf(UncheckedIOException.class);
    Files.delete(blocked);
    return catalogue(name);
  }

  @Test
  void whereverARunIsKilledTheNextOneCompletesIt() throws IOException {
    FrameFiles.write(raw("a.h5"), 2, 1);
    FrameFiles.write(raw("b.h5"), 3, 2);
    reduce("c");
    Catalogue whole = catalogue("c");
    for (int commits = 0; commits <= 3; commits++) {
      Catalogue killed = killedBeforeItsCommit("killed" + commits);
      String runId = killed.journal().runs().get(0).runId();
      List<String> ids = whole.datasets().all().stream().map(DatasetRow::datasetId).toList();
      killed.journal().begin(new Journal.Batch(runId, 0, ids));
      if (commits > 0) {
        List<FinishedFiles.Finished> finished = killed.finished().all();
        killed.spectra().commit(finished.stream().map(FinishedFiles.Finished::file).toList());
      }
      if (commits > 1) {
        killed.axes().add(whole.axes().all().values());
      }
      if (commits > 2) {
        killed.datasets().append(rows(whole, runId));
      }
      ReduceSummary completed = reduce("killed" + commits);
      assertThat(completed.unchanged()).isEqualTo(commits > 2 ? 2 : 0);
      assertThat(CatalogueContent.of(killed)).isEqualTo(CatalogueContent.of(whole));
      assertThat(killed.runs().all()).hasSize(commits > 2 ? 1 : 2);
      assertThat(killed.journal().pending()).isEmpty();
      assertThat(killed.journal().runs()).isEmpty();
      assertThat(killed.finished().all()).isEmpty();
    }
  }

  @Test
  void finishedFilesOfAKilledRunAreTakenOver() throws IOException {
    FrameFiles.write(raw("a.h5"), 6, 1);
    FrameFiles.write(raw("b.h5"), 3, 2);
    reduce("whole");
    Catalogue killed = killedBeforeItsCommit("c");
    List<FinishedFiles.Finished> finished = killed.finished().all();
    assertThat(finished).isNotEmpty();
    String runId = killed.journal().runs().get(0).runId();
    Files.delete(Path.of(URI.create(finished.get(0).file().uri())));
    ReduceSummary completed = reduce("c");
    assertThat(completed.spectra()).isEqualTo(9);
    assertThat(CatalogueContent.of(killed)).isEqualTo(CatalogueContent.of(catalogue("whole")));
    List<String> runs = new ArrayList<>();
    for (DatasetRow row : killed.datasets().all()) {
      try (SpectrumStream stream = killed.spectra().read(row.datasetId())) {
        stream.forEachRemaining(spectrum -> runs.add(spectrum.runId()));
      }
    }
    long taken = finished.stream().skip(1).mapToLong(one -> one.file().rows()).sum();
    assertThat(taken).isPositive();
    assertThat(runs.stream().filter(runId::equals)).hasSize((int) taken);
    assertThat(runs.stream().filter(completed.runId()::equals)).hasSize(9 - (int) taken);
    assertThat(killed.runs().all()).hasSize(2);
  }

  @Test
  void filesOfSourcesThatHaveChangedAreNotTakenOver() throws IOException {
    FrameFiles.write(raw("a.h5"), 4, 1);
    Catalogue killed = killedBeforeItsCommit("c");
    assertThat(killed.finished().all()).isNotEmpty();
    FrameFiles.write(raw("a.h5"), 5, 2);
    reduce("c");
    reduce("fresh");
    assertThat(CatalogueContent.of(killed)).isEqualTo(CatalogueContent.of(catalogue("fresh")));
    assertThat(killed.finished().all()).isEmpty();
  }

  private static List<DatasetRow> rows(Catalogue from, String runId) {
    return from.datasets().all().stream()
        .map(
            row ->
                new DatasetRow(
                    row.datasetId(),
                    row.name(),
                    row.sources(),
                    row.fingerprint(),
                    row.facts(),
                    row.status(),
                    row.frames(),
                    row.framesExpected(),
                    row.failure(),
                    row.finished(),
                    runId))
        .toList();
  }

  @Test
  void framesAreChosenAndSummed() throws IOException {
    FrameFiles.write(raw("a.h5"), 20, 1);
    FrameSelection selection = new FrameSelection(3, 17L, 2, 3);
    new ReduceRun(
            TestSession.session(),
            FrameFiles.settings(
                List.of(folder.resolve("raw").toString()),
                folder.resolve("c").toString(),
                selection,
                false),
            ReduceProgress.SILENT)
        .run();
    DatasetRow dataset = catalogue("c").datasets().all().get(0);
    assertThat(dataset.frames()).isEqualTo(2);
    try (SpectrumStream spectra = catalogue("c").spectra().read(dataset.datasetId())) {
      assertThat(spectra.next().frame()).isEqualTo(3);
      assertThat(spectra.next().frame()).isEqualTo(9);
    }
  }

  @Test
  void aWriterThatWasTakenForDeadCommitsNothing() throws IOException {
    Catalogue catalogue = catalogue("c");
    try (CatalogueLock lock = catalogue.lock("reduce")) {
      BatchCommit commit = new BatchCommit(TestSession.session(), catalogue, lock);
      Path file = folder.resolve("c/_debye/lock.json");
      Files.writeString(
          file, Files.readString(file).replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"another\""));
      Files.deleteIfExists(folder.resolve("c/_debye/.lock.json.crc"));
      assertThatThrownBy(
              () ->
                  commit.commit(
                      new Journal.Batch("run", 0, List.of()),
                      List.of(),
                      List.of(),
                      BatchCommit.Truth.NONE,
                      List.of(),
                      List.of()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is writing here");
    }
  }
}
