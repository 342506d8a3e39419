package org.debye.hdf5.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.debye.hdf5.LocalFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionedChannelTest {
  @TempDir Path folder;
  private final byte[] content = new byte[300_000];
  private Path path = Path.of("");

  @BeforeEach
  void write() throws IOException {
    new Random(5).nextBytes(content);
    path = Files.write(folder.resolve("bytes"), content);
  }

  @Test
  void everyReadIsFullWhereverItStarts() throws IOException {
    Random random = new Random(6);
    try (LocalFile file = LocalFile.open(path)) {
      FileChannel channel = new PositionedChannel(new CachedBlocks(file, file.size()));
      for (int i = 0; i < 500; i++) {
        int length = random.nextInt(i % 10 == 0 ? 200_000 : 3000);
        int at = random.nextInt(content.length - length);
        ByteBuffer target = ByteBuffer.allocate(length);
        assertThat(channel.read(target, at)).isEqualTo(length);
        assertThat(target.array()).isEqualTo(Arrays.copyOfRange(content, at, at + length));
      }
    }
  }

  @Test
  void onlyTheEndOfTheFileShortensARead() throws IOException {
    try (LocalFile file = LocalFile.open(path)) {
      FileChannel channel = new PositionedChannel(new CachedBlocks(file, file.size()));
      ByteBuffer target = ByteBuffer.allocate(100);
      assertThat(channel.read(target, content.length - 40)).isEqualTo(40);
      assertThat(target.remaining()).isEqualTo(60);
      assertThat(channel.read(target, content.length)).isEqualTo(-1);
    }
  }

  @Test
  void nothingIsEverMapped() throws IOException {
    try (LocalFile file = LocalFile.open(path)) {
      FileChannel channel = new PositionedChannel(new CachedBlocks(file, file.size()));
      assertThatThrownBy(() -> channel.map(FileChannel.MapMode.READ_ONLY, 0, 10))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
