package org.debye.hdf5.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.PixelType;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.WriteState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every filter, chunk index, type and byte order against what libhdf5 reads. */
class GoldenFilesTest {
  static Stream<Fixtures.Line> read() {
    return Fixtures.lines().stream().filter(line -> !line.refused());
  }

  static Stream<Fixtures.Line> refused() {
    return Fixtures.lines().stream().filter(Fixtures.Line::refused);
  }

  @ParameterizedTest
  @MethodSource("read")
  void framesAreThoseOfLibhdf5(Fixtures.Line line) {
    String[] words = line.rest();
    try (Hdf5File file = Hdf5File.open(Fixtures.open(line.file()))) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      assertThat(plan.pixelType()).isEqualTo(PixelType.valueOf(words[0]));
      assertThat(plan.rows()).isEqualTo(Integer.parseInt(words[1]));
      assertThat(plan.columns()).isEqualTo(Integer.parseInt(words[2]));
      assertThat(plan.frames()).isEqualTo(Long.parseLong(words[3]));
      assertThat(plan.framesPerRun()).isEqualTo(Long.parseLong(words[4]));
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, file.file())) {
        for (int i = 5; i < words.length; i++) {
          check(plan, reader, words[i], frame);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("read")
  void slicesThatTravelGiveTheSameFrames(Fixtures.Line line) throws Exception {
    String[] words = line.rest();
    try (Hdf5File file = Hdf5File.open(Fixtures.open(line.file()))) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      byte[] frame = new byte[plan.frameBytes()];
      for (int i = 5; i < words.length; i += 3) {
        long number = Long.parseLong(words[i].substring(0, words[i].indexOf('=')));
        long from = Math.max(0, number - 1);
        DatasetPlan slice = travelled(plan.slice(from, Math.min(3, plan.frames() - from)));
        assertThat(slice.firstFrame()).isEqualTo(from);
        try (DatasetReader reader = new DatasetReader(slice, file.file())) {
          check(slice, reader, words[i], frame);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeReadIsRefusedWithItsReason(Fixtures.Line line) {
    String[] words = line.rest();
    String reason = String.join(" ", Arrays.copyOfRange(words, 2, words.length));
    try (Hdf5File file = Hdf5File.open(Fixtures.open(line.file()))) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(
              () -> DatasetPlan.of(file, line.address(), line.dataset()).requireKnownFilters())
          .withMessageContaining(line.file() + ":" + line.dataset())
          .withMessageContaining(reason)
          .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.valueOf(words[1])));
    }
  }

  @Test
  void aSliceHoldsOnlyItsChunks() throws Exception {
    Fixtures.Line line = Fixtures.line("indexes_latest.h5", "/extensible_paged");
    try (Hdf5File file = Hdf5File.open(Fixtures.open(line.file()))) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      assertThat(serialised(plan).length).isGreaterThan(140_000 * 8);
      assertThat(serialised(plan.slice(70_000, 100)).length).isLessThan(4000);
    }
  }

  @Test
  void framesOfAMultiFrameChunkReadItOnce() {
    Fixtures.Line line = Fixtures.line("indexes_latest.h5", "/fixed_tiles_packed");
    MemoryFile memory = Fixtures.open(line.file());
    try (Hdf5File file = Hdf5File.open(memory)) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, memory)) {
        int before = memory.reads();
        reader.readFrame(0, frame);
        int once = memory.reads();
        assertThat(once - before).isEqualTo(6);
        reader.readFrame(1, frame);
        assertThat(memory.reads()).isEqualTo(once);
      }
    }
  }

  @Test
  void planningTakesFewReads() {
    String name = "indexes_latest.h5";
    MemoryFile memory = Fixtures.open(name);
    try (Hdf5File file = Hdf5File.open(memory)) {
      Fixtures.lines().stream()
          .filter(line -> line.file().equals(name))
          .forEach(line -> DatasetPlan.of(file, line.address(), line.dataset()));
    }
    assertThat(memory.reads()).isLessThanOrEqualTo((int) (memory.size() / 65_536) + 1);
  }

  @Test
  void openFilesSaySo() {
    assertThat(writeState("swmr.h5")).isEqualTo(WriteState.OPEN_FOR_READERS);
    assertThat(writeState("open.h5")).isEqualTo(WriteState.OPEN);
    assertThat(writeState("filters.h5")).isEqualTo(WriteState.CLOSED);
    assertThat(writeState("masks.h5")).isEqualTo(WriteState.UNKNOWN);
  }

  private static WriteState writeState(String name) {
    try (Hdf5File file = Hdf5File.open(Fixtures.open(name))) {
      return file.superblock().writeState();
    }
  }

  @Test
  void smallArraysAreReadAsAWholeWithinTheirLimit() {
    Fixtures.Line line = Fixtures.line("types_latest.h5", "/one");
    try (Hdf5File file = Hdf5File.open(Fixtures.open(line.file()))) {
      DatasetPlan plan = DatasetPlan.of(file, line.address(), line.dataset());
      try (DatasetReader reader = new DatasetReader(plan, file.file())) {
        ByteBuffer all = ByteBuffer.wrap(reader.readAll(88)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(all.getDouble(80)).isEqualTo(10.0);
        assertThatExceptionOfType(InputException.class)
            .isThrownBy(() -> reader.readAll(87))
            .withMessageContaining("88 bytes where a small array is expected");
      }
    }
  }

  private static void check(DatasetPlan plan, DatasetReader reader, String expected, byte[] frame) {
    int equals = expected.indexOf('=');
    int colon = expected.indexOf(':');
    long number = Long.parseLong(expected.substring(0, equals));
    FrameCoverage coverage = FrameCoverage.valueOf(expected.substring(equals + 1, colon));
    assertThat(plan.coverage(number)).as("coverage of frame %d", number).isEqualTo(coverage);
    assertThat(reader.readFrame(number, frame)).isEqualTo(coverage);
    assertThat(Fixtures.digest(frame))
        .as("frame %d", number)
        .isEqualTo(expected.substring(colon + 1));
  }

  private static byte[] serialised(DatasetPlan plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    return bytes.toByteArray();
  }

  private static DatasetPlan travelled(DatasetPlan plan)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialised(plan)))) {
      return (DatasetPlan) in.readObject();
    }
  }
}
