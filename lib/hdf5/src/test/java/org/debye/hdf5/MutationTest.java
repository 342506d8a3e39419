package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.debye.failure.InputException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files end as an answer: no hang, no other exception, no memory beyond their size. */
class MutationTest {
  private static final int COPIES = 250;

  /** One of the golden files damaged, the others as they are. */
  private record Damaged(GoldenLayouts layouts, String name, byte[] bytes) implements FileOpener {
    @Override
    public PositionedFile open(URI uri) throws IOException {
      return uri.toString().equals(GoldenLayouts.FOLDER + name)
          ? new GoldenLayouts.InMemory(uri, bytes)
          : layouts.open(uri);
    }

    @Override
    public boolean exists(URI uri) {
      return layouts.exists(uri);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbered.h5", "tiled.h5", "chained.h5", "chained_source.h5", "euxfel.h5", "metadata.h5",
        "groups_latest.h5", "groups_earliest.h5", "writing.h5", "links.h5", "cut.h5", "dectris.h5"
      })
  void flippedBytesGiveAnAnswer(String name) {
    GoldenLayouts layouts = new GoldenLayouts();
    byte[] whole = layouts.files().getOrDefault(name, new byte[0]);
    for (long seed = 0; seed < COPIES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      int flips = 1 + random.nextInt(4);
      for (int i = 0; i < flips; i++) {
        // Metadata stand at the front of small files; half of the flips aim there.
        int bound = random.nextBoolean() ? Math.min(1024, bytes.length) : bytes.length;
        bytes[random.nextInt(bound)] = (byte) random.nextInt(256);
      }
      Damaged damaged = new Damaged(layouts, name, bytes);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> planAndRead(damaged, name), name + " seed " + seed);
    }
  }

  private static void planAndRead(Damaged damaged, String name) throws IOException {
    String top = name.equals("chained_source.h5") ? "chained.h5" : name;
    SourceFile source = new SourceFile(URI.create(GoldenLayouts.FOLDER + top), 0, 0);
    Planning planning =
        new StackPlanner(damaged, new PlanSettings(null, List.of(), List.of("pressure")))
            .plan(new StackCandidate(top, List.of(source)));
    assertThat(planning).isNotNull();
    if (planning instanceof Planning.Raw raw && raw.stack().moduleBytes() < 1 << 20) {
      read(raw.stack(), damaged);
    }
  }

  private static void read(FrameStack stack, FileOpener opener) throws IOException {
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, opener)) {
      for (long frame = 0; frame < Math.min(stack.frames(), 20); frame++) {
        for (int module = 0; module < stack.placements().size(); module++) {
          readOne(reader, frame, module, target);
        }
      }
    }
  }

  private static void readOne(FrameReader reader, long frame, int module, byte[] target) {
    try {
      reader.read(frame, module, target);
      reader.pixelMask(module);
      reader.flatField(module);
    } catch (InputException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
