package org.debye.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end in the middle of a step: Ctrl-C, or a queue whose time is up. */
@SuppressWarnings("try") // Work is closed, not read.
final class NativeWorkTest {
  private static final int SIGTERM = 128 + 15;

  @TempDir Path folder;

  @Test
  void aProcessThatIsToldToEndWaitsForTheWorkUnderWayAndBeginsNone() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Works.class.getName()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("working");
      process.destroy();
      assertThat(process.waitFor()).isEqualTo(SIGTERM);
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("ended")).exists();
    assertThat(folder.resolve("begun again")).doesNotExist();
  }

  /** A long step, and then another. */
  static final class Works {
    private Works() {}

    public static void main(String[] arguments) throws Exception {
      Libtorch.load();
      try (NativeWork work = NativeWork.begin()) {
        Objects.requireNonNull(System.out).println("working");
        Thread.sleep(2_000);
        Files.createFile(Path.of("ended"));
      }
      try (NativeWork work = NativeWork.begin()) {
        Files.createFile(Path.of("begun again"));
      }
    }
  }
}
