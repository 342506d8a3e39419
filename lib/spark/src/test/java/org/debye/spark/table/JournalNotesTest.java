package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes of killed runs that are damaged, or that somebody else has written. */
class JournalNotesTest {
  @TempDir Path folder;

  private Catalogue catalogue() {
    return Catalogue.at(folder.toString());
  }

  private void note(String content) throws IOException {
    Path file = Path.of(catalogue().own("pending/a-0.json").toUri().getPath());
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void aNoteIsReadAsItWasWritten() {
    Journal.Batch batch = new Journal.Batch("run-1", 0, List.of("D1", "D2"));
    catalogue().journal().begin(batch);
    assertThat(catalogue().journal().pending()).containsExactly(batch);
    catalogue().journal().end(batch);
    assertThat(catalogue().journal().pending()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1, 2]",
        "{\"runId\": \"a\", \"number\": \"x\", \"datasetIds\": []}",
        "{\"runId\": \"../../precious\", \"number\": 0, \"datasetIds\": []}",
        "{\"runId\": \"a/b\", \"number\": 0, \"datasetIds\": []}",
      })
  void aNoteThatCannotBeIsRefusedByItsName(String content) throws IOException {
    note(content);
    assertThatThrownBy(() -> catalogue().journal().pending())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("a-0.json", "the note of a run that was killed cannot be read");
  }
}
