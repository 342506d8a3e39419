package org.debye.hdf5.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.debye.failure.InputException;
import org.debye.hdf5.format.Hdf5File;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand damaged copies of each file: nothing hangs, nothing but {@code InputException} comes
 * out, and what a checksum protects is right or refused. Copy number is the seed.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
  private static final int COPIES = 1000;

  @ParameterizedTest
  @CsvSource({
    "filters.h5, /gzip_shuffle_fletcher",
    "filters.h5, /fletcher",
    "filters.h5, /bitshuffle_lz4_fletcher",
  })
  void whatAChecksumProtectsIsRightOrRefused(String name, String dataset) {
    Fixtures.Line line = Fixtures.line(name, dataset);
    byte[] truth = read(new MemoryFile(name, Fixtures.bytes(name)), line);
    int refused = 0;
    for (int seed = 0; seed < COPIES; seed++) {
      try {
        // Nearly all damage elsewhere in the file leaves this dataset alone.
        byte[] damaged = damage(Fixtures.bytes(name), line.address(), 6000, seed);
        byte[] frame = read(new MemoryFile(name, damaged), line);
        assertThat(frame).as("copy %d", seed).isEqualTo(truth);
      } catch (InputException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(COPIES / 10, COPIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types_earliest.h5 /u2_big",
        "types_latest.h5 /u2_big",
        "indexes_earliest.h5 /fixed_tiles_packed",
        "indexes_latest.h5 /fixed_tiles_packed",
        "indexes_latest.h5 /extensible_many_packed",
        "indexes_latest.h5 /tree_packed",
        "indexes_earliest.h5 /tree_deep",
        "types_earliest.h5 /compact",
        "masks.h5 /data",
      })
  void damagedCopiesAreReadOrRefused(String which) {
    String name = which.substring(0, which.indexOf(' '));
    Fixtures.Line line = Fixtures.line(name, which.substring(name.length() + 1));
    int refused = 0;
    for (int seed = 0; seed < COPIES; seed++) {
      byte[] damaged = damage(Fixtures.bytes(name), line.address(), 4000, seed);
      try {
        read(new MemoryFile(name, damaged), line);
      } catch (InputException e) {
        assertThat(e.getMessage()).contains(name);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"types_earliest.h5", "types_latest.h5", "masks.h5"})
  void damagedTreesAreListedOrRefused(String name) {
    Map<String, Integer> outcomes = new HashMap<>();
    for (int seed = 0; seed < COPIES; seed++) {
      byte[] damaged = damage(Fixtures.bytes(name), 400, 2000, seed);
      try (Hdf5File file = Hdf5File.open(new MemoryFile(name, damaged))) {
        Group root = file.tree();
        for (Node node : file.guarded("the root group", () -> root.getChildren()).values()) {
          file.guarded("attributes", () -> node.getAttributes());
        }
        outcomes.merge("listed", 1, Integer::sum);
      } catch (InputException e) {
        outcomes.merge("refused", 1, Integer::sum);
      }
    }
    assertThat(outcomes.keySet()).contains("listed", "refused");
  }

  /** Changes one to eight bytes, three in four of them within reach of an address. */
  private static byte[] damage(byte[] bytes, long near, int reach, int seed) {
    Random random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
    for (int k = random.nextInt(8); k >= 0; k--) {
      int at = random.nextInt(bytes.length);
      if (random.nextInt(4) > 0) {
        at =
            (int) Math.min(Math.max(near - reach / 4 + random.nextInt(reach), 0), bytes.length - 1);
      }
      bytes[at] =
          (byte) (random.nextBoolean() ? random.nextInt() : bytes[at] ^ 1 << random.nextInt(8));
    }
    return bytes;
  }

  /** The last frame, after all others have been read. */
  private static byte[] read(MemoryFile memory, Fixtures.Line line) {
    try (Hdf5File file = Hdf5File.open(memory)) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, memory)) {
        // A damaged extent may announce billions of frames, none of which is there.
        for (long i = 0; i < Math.min(plan.frames(), 200); i++) {
          reader.readFrame(i, frame);
        }
      }
      return frame;
    }
  }
}
