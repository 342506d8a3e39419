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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit over several tables that is killed between any two of its steps. */
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
    DataFile predictions;
    try (PredictionsFile file = PredictionsFile.open(new Configuration(), catalogue.location())) {
      file.write(prediction());
      predictions = file.finish();
    }
    DataFile representations;
    try (RepresentationsFile file =
        RepresentationsFile.open(new Configuration(), catalogue.location())) {
      file.write(representation());
      representations = file.finish();
    }
    DataFile results;
    try (SweepResultsFile file = SweepResultsFile.open(new Configuration(), catalogue.location())) {
      file.write(row());
      results = file.finish();
    }
    String finished =
        catalogue
            .finishedCells("study")
            .add(new FinishedCells.Finished(List.of(row()), draws, predictions, representations));
    note =
        new TablesCommit.Note(
            "run",
            3,
            List.of(
                TablesCommit.Part.of(DrawsTable.SCHEMA, List.of(draws)),
                TablesCommit.Part.of(PredictionsTable.SCHEMA, List.of(predictions)),
                TablesCommit.Part.of(RepresentationsTable.SCHEMA, List.of(representations)),
                TablesCommit.Part.of(SweepResultsTable.SCHEMA, List.of(results))),
            RowKeys.ofCells("study", List.of("cell")),
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

  private static PredictionRow prediction() {
    return new PredictionRow("cell", "cnn", "scan", 7, "a", Map.of("a", 0.1), 0.2, "run");
  }

  private static RepresentationRow representation() {
    return new RepresentationRow(
        "cell", "moco", "5f", "projection", "scan", 7, new float[] {0.1f, -2}, "run");
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
    assertThat(catalogue.predictions().read("cell")).containsExactly(prediction());
    assertThat(catalogue.representations().read("cell"))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(representation());
    assertThat(catalogue.finishedCells("study").names()).isEmpty();
    assertThat(catalogue.journal().read("commits", TablesCommit.Note.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void killedBeforeATable(int table) {
    for (int part = 0; part < table; part++) {
      commitPart(part);
    }
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
  void killedBeforeTheNoteWent() {
    commitPart(0);
    commitPart(1);
    commitPart(2);
    commitPart(3);
    recoverAndCheck();
    assertThat(catalogue.draws().version()).isEqualTo(1);
    assertThat(catalogue.predictions().version()).isEqualTo(1);
    assertThat(catalogue.representations().version()).isEqualTo(1);
    assertThat(catalogue.sweepResults().version()).isEqualTo(1);
  }

  @Test
  void killedInTheRecovery() {
    commitPart(0);
    new TablesCommit(TestSession.session(), catalogue).recover();
    catalogue.journal().write(note.place(), note);
    recoverAndCheck();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFileThatHasGoneTakesTheOthersBackAndTheCellIsToBeDoneAgain(int gone) throws IOException {
    for (int part = 0; part < gone; part++) {
      commitPart(part);
    }
    Files.delete(Path.of(URI.create(note.parts().get(gone).files().get(0).uri())));
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.draws().read("study", "cell")).isEmpty();
    assertThat(catalogue.predictions().read("cell")).isEmpty();
    assertThat(catalogue.representations().read("cell")).isEmpty();
    assertThat(catalogue.sweepResults().states("study")).isEmpty();
    assertThat(catalogue.journal().read("commits", TablesCommit.Note.class)).isEmpty();
  }

  @Test
  void aRemovalKilledAfterTheFirstTableIsDoneToItsEnd() {
    new Recovery(TestSession.session(), catalogue).run();
    List<RowKeys> cell = RowKeys.ofCells("study", List.of("cell"));
    RowKeysRemoval removal = new RowKeysRemoval(TestSession.session(), catalogue);
    removal.remove(List.of(of("sweep_results", cell.get(0))));
    assertThat(catalogue.draws().read("study", "cell")).isNotEmpty();
    assertThat(catalogue.predictions().read("cell")).isNotEmpty();
    removal.note(cell);
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.draws().read("study", "cell")).isEmpty();
    assertThat(catalogue.predictions().read("cell")).isEmpty();
    assertThat(catalogue.representations().read("cell")).isEmpty();
    assertThat(catalogue.journal().names("removals")).isEmpty();
  }

  private static RowKeys of(String table, RowKeys keys) {
    return new RowKeys(List.of(table), keys.within(), keys.column(), keys.ids());
  }

  private record OldRemoval(String name, RowKeys keys) {}

  private record OldFinished(List<FinishedCells.Note.Cell> cells, @Nullable FileNote draws) {}

  @Test
  void notesOfAnEarlierDebyeAreRead() {
    new Recovery(TestSession.session(), catalogue).run();
    RowKeys keys = RowKeys.ofCells("study", List.of("cell")).get(0);
    catalogue.journal().write("removals/old.json", new OldRemoval("old", keys));
    new Recovery(TestSession.session(), catalogue).run();
    assertThat(catalogue.sweepResults().states("study")).isEmpty();
    assertThat(catalogue.draws().read("study", "cell")).isEmpty();
    FinishedCells finished = catalogue.finishedCells("study");
    FileNote draws = note.parts().get(0).files().get(0);
    catalogue
        .journal()
        .write(
            finished.place("old"),
            new OldFinished(List.of(FinishedCells.Note.Cell.of(row())), draws));
    FinishedCells.Finished read = finished.read("old");
    assertThat(read.rows()).extracting(SweepResultRow::cellId).containsExactly("cell");
    assertThat(read.draws()).isEqualTo(draws.file(DrawsTable.SCHEMA));
    assertThat(read.predictions()).isNull();
    assertThat(read.representations()).isNull();
    assertThat(finished.isWhole(read)).isTrue();
  }
}
