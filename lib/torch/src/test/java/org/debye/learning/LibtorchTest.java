package org.debye.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first process on a machine: nothing is unpacked, and the system may have a libtorch too. */
final class LibtorchTest {
  @TempDir Path folder;

  @Test
  @Tag("acceptance")
  void theFirstProcessUnpacksBeforeItLoads() throws Exception {
    Path said = folder.resolve("said");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.bytedeco.javacpp.cachedir=" + folder,
            "-XX:ErrorFile=" + folder.resolve("error"),
            "-cp",
            System.getProperty("java.class.path"),
            First.class.getName());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(() -> "see " + said).isZero();
    assertThat(Files.readString(said)).isEqualTo("3 values");
  }

  /** Loads libtorch and uses it. */
  static final class First {
    private First() {}

    public static void main(String[] arguments) {
      Libtorch.load();
      Objects.requireNonNull(System.out).print(Tensor.create(1f, 2f, 3f).numel() + " values");
    }
  }
}
