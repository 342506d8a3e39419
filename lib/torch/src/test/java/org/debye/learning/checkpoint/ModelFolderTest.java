package org.debye.learning.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set before every test
  Path folder;

  @Test
  void aCheckpointIsReadAsItWasWritten() {
    ModelFolder model = model();
    assertThat(model.exists()).isFalse();
    assertThat(model.latest()).isEmpty();
    for (int epoch = 1; epoch < 6; epoch++) {
      Checkpoint written = ExampleModel.checkpoint(epoch, "run");
      model.save(written, 0);
      assertThat(content(model.latest())).isEqualTo(ExampleModel.content(written));
      assertThat(model.card()).isEqualTo(written.card());
      assertThat(model.model().training()).isEmpty();
      assertThat(ExampleModel.content(model.model().weights()))
          .isEqualTo(ExampleModel.content(written.weights()));
      assertThat(names()).hasSize(3).contains("card.json");
    }
    assertThat(model.exists()).isTrue();
  }

  @Test
  void aModelIsKeptWithoutItsTraining() throws IOException {
    model().save(ExampleModel.checkpoint(4, "run"), 0);
    Checkpoint last = ExampleModel.checkpoint(5, "run");
    model().save(new Checkpoint(last.card(), last.weights(), Optional.empty()), 0);
    assertThat(names()).hasSize(2);
    assertThat(model().latest().orElseThrow().training()).isEmpty();
  }

  @Test
  void whoeverIsKilledLeavesTheCheckpointBeforeOrTheNewOne() {
    Checkpoint before = ExampleModel.checkpoint(2, "run");
    Checkpoint after = ExampleModel.checkpoint(2, "the same epoch again");
    boolean finished = false;
    int kept = 0;
    int replaced = 0;
    for (int operations = 1; !finished; operations++) {
      Path place = folder.resolve("killed-" + operations);
      LocalFolderStore store = new LocalFolderStore(place);
      ModelFolder.at(store).save(before, 0);
      finished = saved(new FailingStore(store, operations), after);
      List<Object> found = content(ModelFolder.at(store).latest());
      if (found.equals(ExampleModel.content(before))) {
        kept++;
      } else {
        assertThat(found).as("%d operations", operations).isEqualTo(ExampleModel.content(after));
        replaced++;
      }
      Checkpoint next = ExampleModel.checkpoint(3, "run");
      ModelFolder.at(store).save(next, 0);
      assertThat(content(ModelFolder.at(store).latest())).isEqualTo(ExampleModel.content(next));
    }
    assertThat(kept).isEqualTo(7);
    assertThat(replaced).isEqualTo(4);
  }

  @Test
  void theFirstCheckpointIsThereOrNotAtAll() {
    Checkpoint first = ExampleModel.checkpoint(1, "run");
    boolean finished = false;
    for (int operations = 1; !finished; operations++) {
      LocalFolderStore store = new LocalFolderStore(folder.resolve("killed-" + operations));
      finished = saved(new FailingStore(store, operations), first);
      Optional<Checkpoint> found = ModelFolder.at(store).latest();
      if (found.isPresent()) {
        assertThat(content(found)).isEqualTo(ExampleModel.content(first));
      } else {
        assertThat(finished).isFalse();
      }
    }
  }

  private static boolean saved(FailingStore store, Checkpoint checkpoint) {
    try {
      ModelFolder.at(store).save(checkpoint, 0);
      return true;
    } catch (UncheckedIOException e) {
      assertThat(store.alive()).isFalse();
      return false;
    }
  }

  @Test
  void writersAndReadersAtOnceNeverMixEpochs() throws Exception {
    int epochs = 40;
    model().save(ExampleModel.checkpoint(0, "a"), 0);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Future<?> one = threads.submit(() -> saveAll("a", epochs));
      Future<?> other = threads.submit(() -> saveAll("b", epochs));
      Future<Integer> read =
          threads.submit(
              () -> {
                int reads = 0;
                while (!one.isDone() || !other.isDone() || reads == 0) {
                  Checkpoint found = model().latest().orElseThrow();
                  ModelCard card = found.card();
                  Checkpoint expected =
                      ExampleModel.checkpoint(card.training().epoch(), card.origin().runId());
                  assertThat(ExampleModel.content(found)).isEqualTo(ExampleModel.content(expected));
                  reads++;
                }
                return reads;
              });
      one.get();
      other.get();
      assertThat(read.get()).isPositive();
    } finally {
      threads.shutdownNow();
    }
    assertThat(model().card().training().epoch()).isEqualTo(epochs);
  }

  private void saveAll(String runId, int epochs) {
    for (int epoch = 1; epoch <= epochs; epoch++) {
      model().save(ExampleModel.checkpoint(epoch, runId), 0);
    }
  }

  @Test
  void anEarlierAttemptOfTheSameRunMustEnd() {
    model().save(ExampleModel.checkpoint(5, "run"), 1);
    assertThatThrownBy(() -> model().save(ExampleModel.checkpoint(6, "run"), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("attempt 1 of this run has written here; attempt 0 must end");
    assertThat(model().card().training().epoch()).isEqualTo(5);
    model().save(ExampleModel.checkpoint(6, "run"), 1);
    model().save(ExampleModel.checkpoint(1, "another run"), 0);
    assertThat(model().card().training().epoch()).isEqualTo(1);
  }

  @Test
  void whatKilledWritersLeftIsDeletedAfterAnHour() throws IOException {
    List<String> left =
        List.of(
            "model-000003-00000000000a.safetensors",
            ".training-000003-00000000000a.safetensors.x.part",
            ".card.json.y.part");
    for (String name : left) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name), "left");
      Files.writeString(folder.resolve("my " + name), "the user's");
      FileTime old = FileTime.fromMillis(System.currentTimeMillis() - 3_700_000);
      Files.setLastModifiedTime(folder.resolve(name), old);
      Files.setLastModifiedTime(folder.resolve("my " + name), old);
    }
    Files.writeString(folder.resolve(".model-000004-00000000000b.safetensors.z.part"), "new");
    model().save(ExampleModel.checkpoint(5, "run"), 0);
    assertThat(names())
        .doesNotContainAnyElementsOf(left)
        .contains(".model-000004-00000000000b.safetensors.z.part")
        .containsAll(left.stream().map("my "::concat).toList());
    ModelCard settled = model().settle();
    assertThat(settled.training().epoch()).isEqualTo(5);
    assertThat(names())
        .as("what is the user's, the card and its two files")
        .hasSize(left.size() + 3)
        .containsAll(left.stream().map("my "::concat).toList());
    assertThat(model().latest()).isPresent();
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    model().save(ExampleModel.checkpoint(2, "run"), 0);
    for (String part : List.of("model-", "training-")) {
      Path file = file(part);
      byte[] whole = Files.readAllBytes(file);
      byte[] changed = whole.clone();
      changed[changed.length - 1] ^= 1;
      Files.write(file, changed);
      assertOtherFile(file);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
      assertOtherFile(file);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
      assertOtherFile(file);
      Files.write(file, new byte[0]);
      assertOtherFile(file);
      Files.write(file, whole);
      assertThat(model().latest()).isPresent();
    }
  }

  @Test
  void aFileOfAnotherEpochIsRefused(@TempDir Path other) throws IOException {
    model().save(ExampleModel.checkpoint(2, "run"), 0);
    ModelFolder.at(new LocalFolderStore(other)).save(ExampleModel.checkpoint(3, "run"), 0);
    Path mine = file("model-");
    try (var files = Files.list(other)) {
      Path its =
          files.filter(f -> f.toFile().getName().startsWith("model-")).findFirst().orElseThrow();
      Files.write(mine, Files.readAllBytes(its));
    }
    assertOtherFile(mine);
  }

  private void assertOtherFile(Path file) {
    assertThatThrownBy(() -> model().latest())
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": it is not the file that the card was written with (its SHA-256 differs). Copy"
                + " the folder again, or go back to another checkpoint of the model.");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    model().save(ExampleModel.checkpoint(2, "run"), 0);
    Files.delete(file("training-"));
    assertThat(model().model().card().training().epoch()).isEqualTo(2);
    assertThatThrownBy(() -> model().latest())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + ": the card names [model-000002-")
        .hasMessageContaining("and not all of them are here. Copy the whole folder");
  }

  @Test
  void aFolderWithoutAModelIsRefused() {
    assertThatThrownBy(() -> model().model())
        .isInstanceOf(InputException.class)
        .hasMessage(folder + ": there is no model here. Name the folder that train has written.");
    assertThatThrownBy(() -> model().card()).isInstanceOf(InputException.class);
  }

  private ModelFolder model() {
    return ModelFolder.at(new LocalFolderStore(folder));
  }

  private Path file(String start) {
    return folder.resolve(
        names().stream().filter(name -> name.startsWith(start)).findFirst().orElseThrow());
  }

  private List<String> names() {
    try {
      return new LocalFolderStore(folder).list().stream().map(FolderStore.Entry::name).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> content(Optional<Checkpoint> checkpoint) {
    return ExampleModel.content(checkpoint.orElseThrow());
  }
}
