package org.debye.hdf5.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.frame.PixelType;
import org.debye.hdf5.LocalFile;
import org.debye.hdf5.format.Hdf5File;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real and synthetic detector files, byte for byte. */
class SharedFilesTest {
  @ParameterizedTest
  @CsvSource({
    "filters/lambda_blosc_latest.h5, /entry/instrument/detector/data,"
        + " filters/truth_lambda_u16_4x516x1556.bin, 4, 0",
    "filters/lambda_bslz4_latest.h5, /entry/instrument/detector/data,"
        + " filters/truth_lambda_u16_4x516x1556.bin, 4, 0",
    "filters/lambda_gzip_shuffle_latest.h5, /entry/instrument/detector/data,"
        + " filters/truth_lambda_u16_4x516x1556.bin, 4, 0",
    "filters/lambda_lz4_earliest.h5, /entry/instrument/detector/data,"
        + " filters/truth_lambda_u16_4x516x1556.bin, 4, 0",
    "filters/gzip_optional_mask.h5, /data, filters/truth_gzip_mask_u16_2x64x64.bin, 2, 0",
    "filters/direct_chunk_mask.h5, /data, filters/truth_gzip_mask_u16_2x64x64.bin, 2, 0",
    "eiger/eiger_data_000001.h5, /entry/data/data, eiger/truth_eiger_u32_2x2167x2070.bin, 1, 0",
    "eiger/eiger_data_000002.h5, /entry/data/data, eiger/truth_eiger_u32_2x2167x2070.bin, 1, 1",
  })
  void framesEqualTheTruth(String file, String path, String truth, int frames, int first)
      throws IOException {
    byte[] expected = Files.readAllBytes(shared(truth));
    try (Hdf5File hdf5 = open(file)) {
      DatasetPlan plan = plan(hdf5, path);
      assertThat(plan.frames()).isEqualTo(frames);
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, hdf5.file())) {
        for (int i = 0; i < frames; i++) {
          assertThat(reader.readFrame(i, frame)).isEqualTo(FrameCoverage.COMPLETE);
          int from = (first + i) * frame.length;
          assertThat(
                  Arrays.mismatch(frame, Arrays.copyOfRange(expected, from, from + frame.length)))
              .as(file + " frame " + i)
              .isEqualTo(-1);
        }
      }
    }
  }

  @Test
  void everyNumericDatasetIsAsLibhdf5ReadsIt() throws IOException {
    List<String> lines =
        new String(Golden.bytes("hdf5_shared.txt"), StandardCharsets.UTF_8).lines().toList();
    Assumptions.assumeTrue(SharedData.find("hdf5").isPresent(), SharedData.absent("hdf5"));
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      Optional<Path> path = SharedData.find(words[0]);
      if (path.isPresent()) {
        try (Hdf5File file = Hdf5File.open(LocalFile.open(path.orElseThrow()))) {
          softly.assertThat(described(file, words)).isEqualTo(line);
        }
      }
    }
    softly.assertAll();
  }

  /** The line of the golden file as this project's reader would write it. */
  private static String described(Hdf5File file, String[] words) {
    StringBuilder line = new StringBuilder(String.join(" ", words[0], words[1], words[2]));
    try {
      DatasetPlan plan = DatasetPlan.of(file, Long.parseLong(words[2]), words[1]);
      line.append(' ').append(plan.pixelType()).append(' ').append(plan.rows());
      line.append(' ').append(plan.columns()).append(' ').append(plan.frames());
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, file.file())) {
        for (int i = 7; i < words.length; i++) {
          String number = words[i].substring(0, words[i].indexOf('='));
          reader.readFrame(Long.parseLong(number), frame);
          line.append(' ').append(number).append('=').append(Fixtures.digest(frame));
        }
      }
    } catch (InputException e) {
      line.append(' ').append(e.getMessage());
    }
    return line.toString();
  }

  @Test
  void aChunkThatWasNeverWrittenHoldsTheFillValueAndIsReported() throws IOException {
    try (Hdf5File hdf5 = open("filters/missing_chunk_fill.h5")) {
      DatasetPlan plan = plan(hdf5, "/data");
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, hdf5.file())) {
        assertThat(reader.readFrame(0, frame)).isEqualTo(FrameCoverage.COMPLETE);
        assertThat(frame[0]).isEqualTo((byte) 1);
        assertThat(reader.readFrame(1, frame)).isEqualTo(FrameCoverage.ABSENT);
        assertThat(frame).containsOnly((byte) 0xFF);
      }
      assertThat(plan.coverage(1)).isEqualTo(FrameCoverage.ABSENT);
      assertThat(plan.coverage(2)).isEqualTo(FrameCoverage.COMPLETE);
    }
  }

  @Test
  void bigEndianChunksOfSeveralFramesComeLittleEndian() throws IOException {
    try (Hdf5File hdf5 = open("filters/big_endian_multi_frame_chunk.h5")) {
      DatasetPlan plan = plan(hdf5, "/data");
      assertThat(plan.pixelType()).isEqualTo(PixelType.UINT32);
      assertThat(plan.framesPerRun()).isEqualTo(4);
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, hdf5.file())) {
        for (int i = 9; i >= 0; i--) {
          reader.readFrame(i, frame);
          for (int p = 0; p < 33 * 47; p++) {
            int value = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(4 * p);
            assertThat(value).isEqualTo(i * 33 * 47 + p);
          }
        }
      }
    }
  }

  @Test
  void framesAfterTheEndOfACutFileAreTruncatedAndTheOthersRead() throws IOException {
    byte[] expected = Files.readAllBytes(shared("filters/truth_lambda_u16_4x516x1556.bin"));
    try (Hdf5File hdf5 = open("filters/truncated.h5")) {
      DatasetPlan plan = plan(hdf5, "/entry/instrument/detector/data");
      byte[] frame = new byte[plan.frameBytes()];
      try (DatasetReader reader = new DatasetReader(plan, hdf5.file())) {
        reader.readFrame(0, frame);
        assertThat(Arrays.equals(frame, Arrays.copyOf(expected, frame.length))).isTrue();
        assertThatExceptionOfType(InputException.class)
            .isThrownBy(() -> reader.readFrame(3, frame))
            .withMessageContaining("truncated.h5:/entry/instrument/detector/data[3]")
            .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TRUNCATED));
      }
    }
  }

  static Path shared(String name) {
    Optional<Path> path = SharedData.find("hdf5/" + name);
    Assumptions.assumeTrue(path.isPresent(), SharedData.absent("hdf5/" + name));
    return path.orElseThrow();
  }

  static Hdf5File open(String name) throws IOException {
    return Hdf5File.open(LocalFile.open(shared(name)));
  }

  static DatasetPlan plan(Hdf5File file, String path) {
    Node node = file.guarded(path, () -> file.tree().getByPath(path.substring(1)));
    return DatasetPlan.of(file, node.getAddress(), path);
  }
}
