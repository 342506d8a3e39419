package org.debye.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may write to a catalogue, whoever has died and whatever clocks say. */
final class CatalogueLockTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration WATCH = Duration.ofSeconds(2);

  @TempDir Path folder;

  @Test
  void oneWriterAtATime() {
    Catalogue catalogue = catalogue();
    try (CatalogueLock lock = catalogue.lock("reduce")) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> catalogue.lock("import").close())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("reduce is writing here (process " + ProcessHandle.current().pid());
    }
    catalogue.lock("import").close();
  }

  @Test
  void oneTrainingOfAModelAtATimeBesideOthers() {
    Catalogue catalogue = catalogue();
    try (CatalogueLock model = catalogue.lockModel("cnn/D1", "train")) {
      assertThat(model).isNotNull();
      assertThatThrownBy(() -> catalogue.lockModel("cnn/D1", "train").close())
          .isInstanceOf(InputException.class)
          .hasMessageContaining(
              "/models/cnn/D1: train is writing here (process " + ProcessHandle.current().pid())
          .hasMessageContaining("Wait until it has ended, or give this one another name.");
      catalogue.lockModel("cnn/D2", "train").close();
      catalogue.lock("predict").close();
    }
    catalogue.lockModel("cnn/D1", "train").close();
    assertThat(folder.resolve("catalogue/_debye/training")).isEmptyDirectory();
  }

  @Test
  void aLockWhoseProcessHasEndedIsTakenOver() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    ObjectNode owner = left();
    write(owner.put("pid", ended.pid()).put("started", 1).put("refreshed", 1));
    catalogue().lock("reduce").close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aProcessOfAnotherContainerOfTheSameNameIsNotTakenForEnded() throws IOException {
    write(left().put("space", "pid:[1]").put("pid", 999_999_999));
    assertThatThrownBy(() -> claim().close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is writing here (process 999999999");
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, 86_400})
  void anotherMachineThatLivesKeepsItsLockWhateverItsClockSays(long skewSeconds) throws Exception {
    ObjectNode owner = left().put("host", "elsewhere");
    write(owner.put("refreshed", Instant.now().plusSeconds(skewSeconds).toEpochMilli()));
    ScheduledExecutorService living = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          living.scheduleAtFixedRate(
              () -> write(owner.put("refreshed", owner.get("refreshed").asLong() + 700)),
              700,
              700,
              TimeUnit.MILLISECONDS);
      assertThatThrownBy(() -> claim().close())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("on elsewhere");
    } finally {
      living.shutdownNow();
      assertThat(living.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
    claim().close();
    assertThat(file()).as("silent while it was watched").doesNotExist();
  }

  @Test
  void anotherMachinesFreshLockIsNotEvenWatched() throws IOException {
    write(left().put("host", "elsewhere").put("refreshed", Instant.now().toEpochMilli()));
    long start = System.nanoTime();
    assertThatThrownBy(
            () -> CatalogueLock.claim(catalogue().lockPlace(), "x", Duration.ofDays(1)).close())
        .isInstanceOf(InputException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void whoHasLostItLeavesTheNextOnesAlone() throws IOException {
    ObjectNode other = left().put("id", "another");
    CatalogueLock lost = catalogue().lock("reduce");
    write(other);
    assertThatThrownBy(lost::confirm).isInstanceOf(InputException.class);
    lost.close();
    assertThat(JSON.readTree(file().toFile())).isEqualTo(other);
  }

  /** What a lock of this process says. */
  private ObjectNode left() throws IOException {
    try (CatalogueLock lock = catalogue().lock("reduce")) {
      assertThat(lock).isNotNull();
      return (ObjectNode) JSON.readTree(file().toFile());
    }
  }

  private CatalogueLock claim() {
    return CatalogueLock.claim(catalogue().lockPlace(), "import", WATCH);
  }

  private void write(ObjectNode owner) {
    try {
      Path part = folder.resolve("part.json");
      Files.write(part, JSON.writeValueAsBytes(owner));
      Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path file() {
    return folder.resolve("catalogue/_debye/lock.json");
  }

  private Catalogue catalogue() {
    return Catalogue.at(folder.resolve("catalogue").toString(), new Configuration());
  }
}
