package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.debye.spark.TestSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commit and the removal of a training's rows, killed between any two tables. */
final class KilledTrainingTest {
  @TempDir Path folder;

  private Catalogue catalogue;

  @BeforeEach
  void open() {
    catalogue = Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }

  /** What a writer notes before the first table takes its files. */
  private TablesCommit.Note noted() throws IOException {
    TablesCommit.FitFiles files =
        new TablesCommit.FitFiles(
            "ramp",
            "a",
            files(
                SweepResultsTable.SCHEMA,
                List.of(ToyTraining.result("a")),
                SweepResultsTable::encode),
            List.of(
                TablesCommit.Part.of(
                    PredictionsTable.SCHEMA,
                    files(
                        PredictionsTable.SCHEMA,
                        List.of(ToyTraining.prediction("a")),
                        PredictionsTable::encode)),
                TablesCommit.Part.of(
                    MetricsTable.SCHEMA,
                    files(MetricsTable.SCHEMA, ToyTraining.metrics("a"), MetricsTable::encode)),
                TablesCommit.Part.of(
                    ModelsTable.SCHEMA,
                    files(
                        ModelsTable.SCHEMA,
                        ToyTraining.models("a", "cnn-2"),
                        row -> ModelsTable.encode(row, Instant.EPOCH)))));
    TablesCommit.Note note =
        new TablesCommit.Note("run", 0, files.parts(), RowKeys.ofFit("ramp", "a"), List.of());
    catalogue.journal().write(note.place(), note);
    return note;
  }

  private <T> List<DataFile> files(
      TableSchema schema, List<T> rows, Function<T, @Nullable Object[]> encode) throws IOException {
    try (RowFile file = catalogue.folder(schema.name()).file()) {
      for (T row : rows) {
        file.write(encode.apply(row));
      }
      return List.of(file.finish());
    }
  }

  private void commit(TablesCommit.Note note, int parts) {
    for (TablesCommit.Part part : note.parts().subList(0, parts)) {
      DeltaFolder table = catalogue.folder(part.table());
      table.commitOnce(
          part.files().stream().map(one -> one.file(table.schema())).toList(),
          note.runId(),
          note.number());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aCommitKilledBehindSoManyTablesIsDoneToItsEnd(int tables) throws IOException {
    commit(noted(), tables);
    new Recovery(TestSession.session(), catalogue).run();
    ToyTraining.check(catalogue, "a");
    assertThat(catalogue.journal().names("commits")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aFileThatHasGoneTakesAllBack(int gone) throws IOException {
    TablesCommit.Note note = noted();
    commit(note, gone);
    note.parts().get(gone).files().get(0).delete(new Configuration());
    new Recovery(TestSession.session(), catalogue).run();
    ToyTraining.checkNone(catalogue, "a");
    assertThat(catalogue.journal().names("commits")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 6})
  void aRemovalKilledBehindSoManyTablesIsDoneToItsEnd(int tables) {
    ToyTraining.write(catalogue, "a", "cnn-2");
    List<RowKeys> keys = RowKeys.ofFit("ramp", "a");
    RowKeysRemoval removal = new RowKeysRemoval(TestSession.session(), catalogue);
    keys.stream()
        .flatMap(one -> one.tables().stream().map(table -> of(table, one)))
        .limit(tables)
        .forEach(one -> removal.remove(List.of(one)));
    removal.note(keys);
    new Recovery(TestSession.session(), catalogue).run();
    ToyTraining.checkNone(catalogue, "a");
    assertThat(catalogue.journal().names("removals")).isEmpty();
  }

  private static RowKeys of(String table, RowKeys keys) {
    return new RowKeys(List.of(table), keys.within(), keys.column(), keys.ids());
  }
}
