package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileTest {
  @TempDir Path folder;

  @Test
  void readsAtAnyPositionAndNeverLess() throws IOException {
    Path path = Files.write(folder.resolve("a b#c.h5"), new byte[] {1, 2, 3, 4, 5});
    FileOpener opener = new LocalFileOpener();
    assertThat(opener.exists(path.toUri())).isTrue();
    try (PositionedFile file = opener.open(path.toUri())) {
      ByteBuffer target = ByteBuffer.allocate(3);
      file.readFully(1, target);
      assertThat(target.array()).containsExactly(2, 3, 4);
      assertThat(file.size()).isEqualTo(5);
      assertThat(file.uri()).isEqualTo(path.toUri());
      assertThatThrownBy(() -> file.readFully(3, ByteBuffer.allocate(3)))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("ends at byte 5");
    }
  }

  @Test
  void aMissingFileIsNoFile() throws IOException {
    URI missing = folder.resolve("none.h5").toUri();
    FileOpener opener = new LocalFileOpener();
    assertThat(opener.exists(missing)).isFalse();
    assertThat(opener.exists(folder.toUri())).isFalse();
    assertThatThrownBy(() -> opener.open(missing)).isInstanceOf(NoSuchFileException.class);
  }
}
