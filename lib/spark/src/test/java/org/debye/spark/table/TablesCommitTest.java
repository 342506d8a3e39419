package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.numeric.RandomStreams;
import org.debye.spark.TestSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit over two tables that is killed between any two of its steps. */
final class TablesCommitTest {
  @TempDir Path folder;

  private Catalogue catalogue;
  private TablesCommit.Note note;

  @BeforeEach
  void noteACommit() throws IOException {
    catalogue = Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
    DataFile draws;
    try (DrawsFile file = DrawsFile.open(new Configuration(), catalogue.location())) {
      file.write(new DrawsFile.Owner("study", "cell", "run"), 0, draws());
      draws = file.finish();
    }
    DataFile results;
    try (SweepResultsFile file = SweepResultsFile.open(new Configuration(), catalogue.location())) {
      file.write(row());
      results = file.finish();
    }
    String finished =
        catalogue.finishedCells("study").add(new FinishedCells.Finished(List.of(row()), draws));
    note =
        new TablesCommit.Note(
            "run",
            3,
            List.of(
                TablesCommit.Part.of(DrawsTable.SCHEMA, List.of(draws)),
                TablesCommit.Part.of(SweepResultsTable.SCHEMA, List.of(results))),
            List.of(RowKeys.ofCells("study", List.of("cell"))),
            List.of(catalogue.finishedCells("study").place(finished)));
    catalogue.journal().write(note.place(), note);
  }

  private static ChainDraws draws() {
    double[] lp = {RandomStreams.of(1).at(1).nextDouble(), 2};
    int[] ints = {3, 4};
    return new ChainDraws(
        List.of("mu"),
        new double[] {5, 6},
        new SamplerStatistics(lp, lp, lp, ints, ints, new boolean[2], lp));
  }

  private static SweepResultRow row() {
    return new SweepResultRow(
        "study",
        "cell",
        "toy",
        "print",
        Map.of("a", "1"),
        CellStatus.DONE,
        null,
        Map.of("nan", Double.NaN, "tiny", Double.MIN_VALUE),
        Map.of("none", new double[0], "some", new double[] {0.1, Double.POSITIVE_INFINITY}),
        1.5,
        2.5,
        Instant.ofEpochSecond(1_700_000_000, 123_000),
        "run");
  }

  private void commitPart(int part) {
    DeltaFolder table = catalogue.folder(note.parts().get(part).table());
    table.commitOnce(
        note.parts().get(part).files().stream().map(one -> one.file(table.schema())).toList(),
        note.runId(),
        note.number());
  }

  private void recoverAndCheck() {
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.sweepResults().read("study"))
        .singleElement()
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(row());
    assertThat(catalogue.draws().read("study", "cell").get(0))
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(draws());
    assertThat(catalogue.finishedCells("study").names()).isEmpty();
    assertThat(catalogue.journal().read("commits", TablesCommit.Note.class)).isEmpty();
  }

  @Test
  void killedBeforeTheFirstTable() {
    recoverAndCheck();
  }

  /** Before the first commit of its log was renamed into place. */
  @Test
  void killedWhileATableWasMade() throws IOException {
    for (TablesCommit.Part part : note.parts()) {
      Path log =
          Path.of(URI.create(catalogue.location())).resolve(part.table()).resolve("_delta_log");
      Files.createDirectories(log);
      Files.writeString(log.resolve(".00000000000000000000.json.4711.tmp"), "{");
    }
    assertThat(catalogue.draws().version()).isEqualTo(-1);
    recoverAndCheck();
  }

  @Test
  void killedBetweenTheTables() {
    commitPart(0);
    recoverAndCheck();
  }

  @Test
  void killedBeforeTheNoteWent() {
    commitPart(0);
    commitPart(1);
    recoverAndCheck();
    assertThat(catalogue.draws().version()).isEqualTo(1);
    assertThat(catalogue.sweepResults().version()).isEqualTo(1);
  }

  @Test
  void killedInTheRecovery() {
    commitPart(0);
    new TablesCommit(TestSession.session(), catalogue).recover();
    catalogue.journal().write(note.place(), note);
    recoverAndCheck();
  }

  @Test
  void aFileThatHasGoneTakesTheOtherBackAndTheCellIsToBeDoneAgain() throws IOException {
    commitPart(0);
    Files.delete(Path.of(URI.create(note.parts().get(1).files().get(0).uri())));
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.draws().read("study", "cell")).isEmpty();
    assertThat(catalogue.sweepResults().states("study")).isEmpty();
    assertThat(catalogue.journal().read("commits", TablesCommit.Note.class)).isEmpty();
  }

  @Test
  void aRemovalKilledAfterTheFirstTableIsDoneToItsEnd() {
    new Recovery(TestSession.session(), catalogue).run();
    RowKeys cell = RowKeys.ofCells("study", List.of("cell"));
    RowKeysRemoval removal = new RowKeysRemoval(TestSession.session(), catalogue);
    RowKeys first = new RowKeys(List.of("sweep_results"), cell.within(), cell.column(), cell.ids());
    removal.remove(first);
    assertThat(catalogue.draws().read("study", "cell")).isNotEmpty();
    removal.note(cell);
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.draws().read("study", "cell")).isEmpty();
    assertThat(catalogue.journal().names("removals")).isEmpty();
  }
}
