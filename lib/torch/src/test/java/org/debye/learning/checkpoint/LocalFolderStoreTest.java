package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalFolderStoreTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set before every test
  Path folder;

  @Test
  void aFileIsReplacedInOneStep() throws IOException {
    FolderStore store = store();
    store.put("a", out -> out.write(new byte[] {1, 2, 3}));
    store.put(
        "a",
        out -> {
          out.write(9);
          assertThat(content(store)).containsExactly(1, 2, 3);
        });
    assertThat(content(store)).containsExactly(9);
    assertThat(store.list()).extracting(FolderStore.Entry::name).containsExactly("a");
    assertThat(store.list().get(0).size()).isEqualTo(1);
  }

  @Test
  void aPutThatFailsChangesNothing() throws IOException {
    FolderStore store = store();
    store.put("a", out -> out.write(1));
    assertThatThrownBy(
            () ->
                store.put(
                    "a",
                    out -> {
                      out.write(2);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(content(store)).containsExactly(1);
    assertThat(store.list()).hasSize(1);
  }

  @Test
  void whatAKilledProcessLeavesIsKnownByItsName() throws IOException {
    FolderStore store = store();
    for (String name : List.of("model-000001-0123456789ab.safetensors", "card.json")) {
      store.put(
          name,
          out ->
              assertThat(store.list())
                  .filteredOn(entry -> entry.name().endsWith(".part"))
                  .hasSize(1)
                  .allMatch(entry -> StoredFile.isOurs(entry.name())));
    }
  }

  @Test
  void whatIsNotThere() throws IOException {
    FolderStore store = store();
    assertThat(store.list()).isEmpty();
    assertThat(store.exists("a")).isFalse();
    store.delete("a");
    assertThatThrownBy(() -> store.open("a")).isInstanceOf(NoSuchFileException.class);
    store.put("a", out -> out.write(1));
    assertThat(store.exists("a")).isTrue();
    store.delete("a");
    assertThat(store.exists("a")).isFalse();
  }

  private FolderStore store() {
    return new LocalFolderStore(folder.resolve("run").resolve("model"));
  }

  private static byte[] content(FolderStore store) throws IOException {
    try (InputStream in = store.open("a")) {
      return in.readAllBytes();
    }
  }
}
