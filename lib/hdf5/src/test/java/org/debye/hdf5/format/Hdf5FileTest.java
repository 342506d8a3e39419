package org.debye.hdf5.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.SharedData;
import org.debye.hdf5.LocalFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FileTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotHdf5IsSaidToBeNone() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.h5"), "x".repeat(5000));
    assertFailure(file, FailureCode.NOT_HDF5, "no HDF5 signature");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    assertFailure(
        Files.createFile(folder.resolve("empty.h5")), FailureCode.NOT_HDF5, "file is empty");
  }

  @Test
  void aFileCutWithinTheSuperblockIsTruncated() throws IOException {
    Path file = folder.resolve("short.h5");
    Files.write(file, new byte[] {(byte) 0x89, 'H', 'D', 'F', 13, 10, 26, 10, 0, 0});
    assertFailure(file, FailureCode.TRUNCATED, "within its superblock");
  }

  @Test
  void messagesAndTreeOfOldAndNewFiles() throws IOException {
    for (String name :
        new String[] {
          "filters/lambda_lz4_earliest.h5", "filters/lambda_bslz4_latest.h5", "nexus/538039.nxs"
        }) {
      Optional<Path> path = SharedData.find("hdf5/" + name);
      Assumptions.assumeTrue(path.isPresent(), SharedData.absent("hdf5/" + name));
      try (Hdf5File file = Hdf5File.open(LocalFile.open(path.orElseThrow()))) {
        assertThat(file.messages(file.superblock().rootHeader())).isNotEmpty();
        assertThat(file.guarded("root", () -> file.tree().getChildren())).isNotEmpty();
        assertThat(file.cutShort()).isFalse();
      }
    }
  }

  @Test
  void aCutFileSaysSoAndItsHeadersAreStillRead() throws IOException {
    Optional<Path> path = SharedData.find("hdf5/filters/truncated.h5");
    Assumptions.assumeTrue(path.isPresent(), SharedData.absent("hdf5/filters/truncated.h5"));
    try (Hdf5File file = Hdf5File.open(LocalFile.open(path.orElseThrow()))) {
      assertThat(file.cutShort()).isTrue();
      Node data =
          file.guarded("data", () -> file.tree().getByPath("/entry/instrument/detector/data"));
      assertThat(file.message(data.getAddress(), HeaderMessage.LAYOUT)).isPresent();
    }
  }

  private static void assertFailure(Path path, FailureCode code, String words) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Hdf5File.open(LocalFile.open(path)))
        .withMessageContaining(path.toString())
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
