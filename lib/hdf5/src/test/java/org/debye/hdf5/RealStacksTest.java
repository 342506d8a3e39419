package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PixelType;
import org.junit.jupiter.api.Test;

/** Every real file is read byte for byte as h5py reads it, or refused with the right code. */
class RealStacksTest {
  private static final FileOpener LOCAL = new LocalFileOpener();

  private static Path data(String relative) {
    assumeTrue(SharedData.find(relative).isPresent(), () -> SharedData.absent(relative));
    return SharedData.find(relative).orElseThrow();
  }

  private static FrameStack raw(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    return ((Planning.Raw) planning).stack();
  }

  private static Planning.Failed failed(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Failed.class);
    return (Planning.Failed) planning;
  }

  private static FrameStack lambda() throws IOException {
    List<StackCandidate> found = SeriesGrouping.group(Listings.of(data("lambda")));
    assertThat(found)
        .extracting(StackCandidate::name)
        .containsExactly("testasapo1_1009_00002", "testasapo1_1009_00002_proc");
    return raw(new StackPlanner(LOCAL, PlanSettings.defaults()).plan(found.get(0)));
  }

  private static Map<String, String> digests() {
    Map<String, String> digests = new HashMap<>();
    String text = new String(Golden.bytes("hdf5/real_frames.sha256"), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 4) {
        digests.put(parts[0] + parts[1] + parts[2], parts[3]);
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void readsAllModulesAndPartsOfARealLambdaSeries() throws Exception {
    FrameStack stack = lambda();

    assertThat(stack.frames()).isEqualTo(50);
    assertThat(stack.type()).isEqualTo(PixelType.INT16);
    assertThat(stack.module()).isEqualTo(new FrameShape(516, 1554));
    assertThat(stack.placements())
        .containsExactly(
            new ModulePlacement(0, 2), new ModulePlacement(660, 0), new ModulePlacement(1317, 0));
    assertThat(stack.gaps()).isEmpty();
    Map<String, String> digests = digests();
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      for (int frame = 0; frame < 50; frame++) {
        for (int module = 0; module < 3; module++) {
          reader.read(frame, module, target);
          String file =
              "lambda/testasapo1_1009_00002_m%d_part%05d.nxs".formatted(module + 1, frame / 10);
          assertThat(digest(target))
              .as("frame %d module %d", frame, module)
              .isEqualTo(digests.get(file + "/entry/instrument/detector/data" + frame % 10));
        }
      }
    }
  }

  @Test
  void readsWhatALambdaFileSays() throws Exception {
    FrameStack stack = lambda();
    StackMetadata metadata = stack.metadata();

    assertThat(metadata.exposureSeconds()).containsExactly(0.1);
    assertThat(metadata.exposure(49)).isEqualTo(0.1);
    assertThat(metadata.saturation()).isEqualTo(4095.0);
    assertThat(metadata.instrument()).isEqualTo("haspp02lmbd01a");
    // beam_energy is a setting of the detector, not the energy of the beam.
    assertThat(metadata.wavelength()).isNull();
    assertThat(metadata.warnings())
        .hasSize(3)
        .allMatch(warning -> warning.contains("/entry/instrument/detector/flatfield"))
        .allMatch(warning -> warning.contains("NaN"));
  }

  @Test
  void readsPixelMasksWithTheirHighestBit() throws Exception {
    FrameStack stack = lambda();
    Map<String, String> digests = digests();
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      for (int module = 0; module < 3; module++) {
        int[] mask = reader.pixelMask(module);
        ByteBuffer bytes =
            ByteBuffer.allocate(4 * mask.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(mask);
        String file = "lambda/testasapo1_1009_00002_m%d_part00000.nxs".formatted(module + 1);
        assertThat(digest(bytes.array()))
            .isEqualTo(digests.get(file + "/entry/instrument/detector/pixel_mask0"));
        assertThat(Arrays.stream(mask).filter(bits -> bits < 0).count()).isPositive();
        assertThat(reader.flatField(module)).isEmpty();
      }
    }
  }

  @Test
  void sliceIsSmallAndReadsItsFramesOnly() throws Exception {
    FrameStack stack = lambda();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(stack.slice(23, 2));
    }
    FrameStack slice;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      slice = (FrameStack) in.readObject();
    }

    assertThat(bytes.size()).isLessThan(20_000);
    assertThat(slice.sources())
        .extracting(SourceFile::name)
        .containsExactlyInAnyOrder(
            "testasapo1_1009_00002_m1_part00002.nxs",
            "testasapo1_1009_00002_m2_part00002.nxs",
            "testasapo1_1009_00002_m3_part00002.nxs");
    byte[] expected = new byte[stack.moduleBytes()];
    byte[] found = new byte[stack.moduleBytes()];
    try (FrameReader whole = new FrameReader(stack, LOCAL);
        FrameReader part = new FrameReader(slice, LOCAL)) {
      for (int frame = 23; frame < 25; frame++) {
        whole.read(frame, 2, expected);
        part.read(frame, 2, found);
        assertThat(found).isEqualTo(expected);
      }
      assertThatThrownBy(() -> part.read(22, 0, found))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void skipsAFileOfResults() {
    Planning planning = Listings.plan(data("lambda/testasapo1_1009_00002_proc.nxs"));

    assertThat(planning)
        .isEqualTo(
            new Planning.NotRaw(
                "testasapo1_1009_00002_proc.nxs: it holds results, not frames: group /processed"));
  }

  @Test
  void readsAnEigerMasterUpToItsDanglingPart() throws Exception {
    checkEiger(
        raw(Listings.plan(data("hdf5/eiger/eiger_master.h5"))),
        FailureCode.DANGLING_LINK,
        "/entry/data/data_000003");
  }

  @Test
  void readsAVirtualEigerMasterUpToItsMissingSource() throws Exception {
    checkEiger(
        raw(Listings.plan(data("hdf5/eiger/vds_master.h5"))),
        FailureCode.MISSING_VIRTUAL_SOURCE,
        "eiger_data_000003.h5");
  }

  private static void checkEiger(FrameStack stack, FailureCode code, String named)
      throws IOException {
    assertThat(stack.frames()).isEqualTo(3);
    assertThat(stack.gaps()).hasSize(1);
    FrameGap gap = stack.gaps().get(0);
    assertThat(gap.first()).isEqualTo(2);
    assertThat(gap.count()).isEqualTo(1);
    assertThat(gap.code()).isEqualTo(code);
    assertThat(gap.message()).contains(named).contains("Put that file back");
    byte[] truth = Files.readAllBytes(data("hdf5/eiger/truth_eiger_u32_2x2167x2070.bin"));
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      for (int frame = 0; frame < 2; frame++) {
        reader.read(frame, 0, target);
        int from = frame * target.length;
        assertThat(Arrays.equals(target, 0, target.length, truth, from, from + target.length))
            .as("frame %d", frame)
            .isTrue();
      }
      assertThatThrownBy(() -> reader.read(2, 0, target))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("frame 2")
          .extracting(e -> ((InputException) e).code())
          .isEqualTo(code);
    }
  }

  @Test
  void namesTheSourceThatAVirtualDatasetOfDiamondLacks() {
    Planning.Failed failed = failed(Listings.plan(data("hdf5/nexus/Therm_6_2.nxs")));

    assertThat(failed.code()).isEqualTo(FailureCode.MISSING_VIRTUAL_SOURCE);
    assertThat(failed.message())
        .contains("Therm_6_2.nxs:/entry/data/data")
        .contains("Therm_6_2_000001.h5")
        .contains("Put that file back");
  }

  @Test
  void readsSiblingsOfAVirtualDatasetOfDiamond() {
    // jHDF loses the whole group; here only the frames are missing.
    Planning.Failed failed =
        failed(
            Listings.plan(
                data("hdf5/nexus/Therm_6_2.nxs"),
                new PlanSettings("/entry/data/omega", List.of(), List.of())));

    assertThat(failed.code()).isEqualTo(FailureCode.UNSUPPORTED_DATASET);
    assertThat(failed.message()).contains("/entry/data/omega").contains("it has 1 dimensions");
  }

  @Test
  void namesTheScansOfAnEsrfMasterToChooseFrom() {
    Planning.Failed failed = failed(Listings.plan(data("hdf5/esrf/ma4500_demoh5.h5")));

    assertThat(failed.code()).isEqualTo(FailureCode.AMBIGUOUS_DATASET);
    assertThat(failed.message())
        .contains("/demoh5_dataset_1.1/instrument/marana/data")
        .contains("/demoh5_dataset_2.1/instrument/marana/data")
        .endsWith("Set frames.dataset to one of them.");
  }

  @Test
  void followsTwoExternalLinksToTheMissingSourceOfAnEsrfScan() {
    Planning.Failed failed =
        failed(
            Listings.plan(
                data("hdf5/esrf/ma4500_demoh5.h5"),
                new PlanSettings(
                    "/demoh5_dataset_2.1/instrument/marana/data", List.of(), List.of())));

    assertThat(failed.code()).isEqualTo(FailureCode.MISSING_VIRTUAL_SOURCE);
    assertThat(failed.message()).contains("scan0002/marana_0000.h5");
  }

  @Test
  void refusesADescriptionOfADetector() {
    Planning.Failed failed = failed(Listings.plan(data("hdf5/esrf/detector.h5")));

    assertThat(failed.code()).isEqualTo(FailureCode.NO_FRAME_DATASET);
    assertThat(failed.message()).contains("detector.h5").contains("Set frames.dataset");
  }

  @Test
  void doesNotTakeAMatrixForFramesWhereTheirLinkDangles() {
    Planning.Failed failed = failed(Listings.plan(data("hdf5/nexus/538039.nxs")));

    assertThat(failed.code()).isEqualTo(FailureCode.DANGLING_LINK);
    assertThat(failed.message())
        .contains("/entry1/instrument/pil100k/data")
        .contains("538039-pilatus100k-files/538039.hdf");
  }

  @Test
  void readsOneImageOfTwoDimensionsAsOneFrame() throws Exception {
    FrameStack stack = raw(Listings.plan(data("hdf5/nexus/AgBehenate_228.hdf5")));

    assertThat(stack.frames()).isEqualTo(1);
    assertThat(stack.module()).isEqualTo(new FrameShape(195, 487));
    assertThat(stack.metadata().sample()).isEqualTo("Glassy carbon C6 fixed");
    assertThat(stack.metadata().wavelength()).isEqualTo(0.73362836e-10, offset());
    assertThat(stack.metadata().geometry()).isNull();
    assertThat(stack.metadata().warnings())
        .anyMatch(warning -> warning.contains("x_pixel_size has no unit"))
        .anyMatch(warning -> warning.contains("its geometry is left out"));
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      reader.read(0, 0, target);
    }
    assertThat(digest(target))
        .isEqualTo(digests().get("hdf5/nexus/AgBehenate_228.hdf5/entry/data/data0"));
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(1e-18);
  }

  @Test
  void readsATruncatedFileAsFarAsItIsWhole() throws Exception {
    FrameStack stack = raw(Listings.plan(data("hdf5/filters/truncated.h5")));

    assertThat(stack.frames()).isEqualTo(4);
    assertThat(stack.gaps()).hasSize(1);
    FrameGap gap = stack.gaps().get(0);
    assertThat(gap.code()).isEqualTo(FailureCode.TRUNCATED);
    assertThat(gap.first() + gap.count()).isEqualTo(4);
    assertThat(gap.message())
        .contains("truncated.h5:/entry/instrument/detector/data")
        .contains("Copy it again");
    byte[] truth = Files.readAllBytes(data("hdf5/filters/truth_lambda_u16_4x516x1556.bin"));
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      for (int frame = 0; frame < gap.first(); frame++) {
        reader.read(frame, 0, target);
        int from = frame * target.length;
        assertThat(Arrays.equals(target, 0, target.length, truth, from, from + target.length))
            .isTrue();
      }
    }
  }

  @Test
  void takesNoFrameThatWasNeverWrittenForData() throws Exception {
    FrameStack stack = raw(Listings.plan(data("hdf5/filters/missing_chunk_fill.h5")));

    assertThat(stack.gaps()).hasSize(1);
    FrameGap gap = stack.gaps().get(0);
    assertThat(gap.first()).isEqualTo(1);
    assertThat(gap.count()).isEqualTo(1);
    assertThat(gap.code()).isEqualTo(FailureCode.NEVER_WRITTEN);
    try (FrameReader reader = new FrameReader(stack, LOCAL)) {
      byte[] target = new byte[stack.moduleBytes()];
      reader.read(0, 0, target);
      assertThatThrownBy(() -> reader.read(1, 0, target))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("missing_chunk_fill.h5")
          .hasMessageContaining("never written");
    }
  }
}
