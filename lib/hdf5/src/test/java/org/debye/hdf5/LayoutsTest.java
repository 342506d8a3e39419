package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, virtual datasets, discovery and metadata, against what h5py reads. */
class LayoutsTest {
  private final GoldenLayouts layouts = new GoldenLayouts();

  private static FrameStack raw(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    return ((Planning.Raw) planning).stack();
  }

  private static Planning.Failed failed(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Failed.class);
    return (Planning.Failed) planning;
  }

  private String digest(FrameReader reader, FrameStack stack, long frame) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] target = new byte[stack.moduleBytes()];
    for (int module = 0; module < stack.placements().size(); module++) {
      reader.read(frame, module, target);
      digest.update(target);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbered", "tiled", "cut", "chained", "euxfel", "dectris", "writing"})
  void readsEveryFrameAsH5pyDoes(String name) throws Exception {
    FrameStack stack = raw(layouts.plan(name + ".h5"));
    List<String> expected = layouts.expected(name);

    assertThat(stack.frames()).isEqualTo(expected.size()).isPositive();
    try (FrameReader reader = new FrameReader(stack, layouts)) {
      for (int frame = 0; frame < expected.size(); frame++) {
        int number = frame;
        if (expected.get(frame).equals("missing")) {
          assertThat(stack.gaps()).anyMatch(gap -> gap.contains(number));
          assertThatThrownBy(() -> digest(reader, stack, number))
              .isInstanceOf(InputException.class)
              .hasMessageContaining(stack.name() + " frame " + number);
        } else {
          assertThat(stack.gaps()).noneMatch(gap -> gap.contains(number));
          assertThat(digest(reader, stack, frame))
              .as("frame %d", frame)
              .isEqualTo(expected.get(frame));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbered", "tiled", "cut", "chained", "euxfel", "dectris"})
  void everySliceReadsItsFrames(String name) throws Exception {
    FrameStack stack = raw(layouts.plan(name + ".h5"));
    List<String> expected = layouts.expected(name);

    for (int first = 0; first < expected.size(); first++) {
      FrameStack slice = stack.slice(first, 1);
      try (FrameReader reader = new FrameReader(slice, layouts)) {
        if (!expected.get(first).equals("missing")) {
          assertThat(digest(reader, slice, first)).isEqualTo(expected.get(first));
        }
      }
    }
  }

  @Test
  void reportsTheMissingBlockOfNumberedSources() {
    FrameStack stack = raw(layouts.plan("numbered.h5"));

    assertThat(stack.gaps()).hasSize(1);
    FrameGap gap = stack.gaps().get(0);
    assertThat(gap.first()).isEqualTo(4);
    assertThat(gap.count()).isEqualTo(2);
    assertThat(gap.code()).isEqualTo(FailureCode.MISSING_VIRTUAL_SOURCE);
    assertThat(gap.message())
        .contains("numbered.h5:/entry/data/data")
        .contains("numbered_2.h5")
        .contains("Put that file back");
  }

  @Test
  void marksPixelsBetweenTilesAsGaps() throws Exception {
    FrameStack stack = raw(layouts.plan("tiled.h5"));

    try (FrameReader reader = new FrameReader(stack, layouts)) {
      int[] mask = reader.pixelMask(0);
      for (int i = 0; i < mask.length; i++) {
        assertThat(mask[i]).isEqualTo(i / 9 == 6 ? 1 : 0);
      }
    }
  }

  @Test
  void laysModulesOfOneDatasetBelowEachOtherAndSaysSo() {
    FrameStack stack = raw(layouts.plan("euxfel.h5"));

    assertThat(stack.placements())
        .containsExactly(
            new ModulePlacement(0, 0),
            new ModulePlacement(6, 0),
            new ModulePlacement(12, 0),
            new ModulePlacement(18, 0));
    assertThat(stack.metadata().warnings()).anyMatch(w -> w.contains("4 modules"));
  }

  @Test
  void saysHowFramesOfFourDimensionsAreNumbered() {
    assertThat(raw(layouts.plan("dectris.h5")).metadata().warnings())
        .anyMatch(warning -> warning.contains("/entry/data/data has 4 dimensions"));
  }

  @Test
  void readsAFileThatIsBeingWrittenAsFarAsItIsWhole() {
    FrameStack stack = raw(layouts.plan("writing.h5"));

    assertThat(stack.gaps()).extracting(FrameGap::code).containsOnly(FailureCode.OPEN_FOR_WRITING);
    assertThat(stack.gaps().get(0).message())
        .contains("writing.h5:/entry/instrument/detector/data")
        .contains("Run again when it is closed.");
  }

  @Test
  void endsCyclesOfVirtualDatasets() {
    Planning.Failed failed = failed(layouts.plan("cycle_a.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.MISSING_VIRTUAL_SOURCE);
    assertThat(failed.message()).contains("in a circle");
  }

  @ParameterizedTest
  @CsvSource({
    "/circle_a, DANGLING_LINK, a link leads in a circle",
    "/external_circle, DANGLING_LINK, a link leads in a circle",
    "/up, LINK_OUTSIDE_ROOTS, ../outside.h5",
    "/absolute, LINK_OUTSIDE_ROOTS, /etc/outside.h5",
    "/nothing, DANGLING_LINK, the link leads to /not/there",
    "/text, NOT_HDF5, text.h5",
    "/good/x, NO_FRAME_DATASET, no dataset /good/x; it has /good"
  })
  void refusesLinksThatLeadNowhereOrAway(String path, FailureCode code, String said) {
    Planning.Failed failed = failed(layouts.dataset("links.h5", path));

    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.message()).contains(said);
  }

  @Test
  void findsAMovedFileBesideTheOneThatLinksToIt() throws Exception {
    FrameStack stack = raw(layouts.dataset("links.h5", "/moved"));

    assertThat(stack.frames()).isEqualTo(4);
    assertThat(stack.sources())
        .extracting(SourceFile::name)
        .containsExactly("links.h5", "chained_source.h5");
  }

  @Test
  void leavesTheRootsOnlyWhereThatIsAllowed(@TempDir Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.write(inner.resolve("links.h5"), layouts.files().get("links.h5"));
    Files.write(folder.resolve("chained_source.h5"), layouts.files().get("chained_source.h5"));
    Files.createSymbolicLink(inner.resolve("outside.h5"), folder.resolve("chained_source.h5"));
    PlanSettings strict = new PlanSettings("/up", List.of(), List.of());
    Planning.Failed failed = failed(Listings.plan(inner.resolve("links.h5"), strict));
    assertThat(failed.code()).isEqualTo(FailureCode.LINK_OUTSIDE_ROOTS);
    assertThat(failed.message())
        .contains("links.h5:/up")
        .contains("Name its directory in frames.allowed-roots");

    Files.delete(inner.resolve("outside.h5"));
    Files.copy(folder.resolve("chained_source.h5"), folder.resolve("outside.h5"));
    Files.write(folder.resolve("outside.h5"), layouts.files().get("tiled_a.h5"));
    PlanSettings open = new PlanSettings("/up", List.of(folder.toUri()), List.of());
    assertThat(raw(Listings.plan(inner.resolve("links.h5"), open)).frames()).isEqualTo(3);
  }

  @Test
  void namesCandidatesOfAnAmbiguousFile() {
    Planning.Failed failed = failed(layouts.plan("ambiguous.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.AMBIGUOUS_DATASET);
    assertThat(failed.message())
        .isEqualTo(
            "hdfs://cluster/raw/ambiguous.h5: 2 datasets could be the frames: /entry/one/data,"
                + " /entry/two/data. Set frames.dataset to one of them.");
    assertThat(raw(layouts.dataset("ambiguous.h5", "/entry/two/data")).frames()).isEqualTo(2);
  }

  @Test
  void followsDefaultAttributesToTheSignal() {
    assertThat(raw(layouts.plan("default.h5")).frames()).isEqualTo(2);
  }

  @Test
  void refusesADatasetWithoutFrames() {
    Planning.Failed failed = failed(layouts.plan("empty.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.ZERO_FRAMES);
    assertThat(failed.message())
        .contains("empty.h5:/entry/instrument/detector/data")
        .contains("(0, 6, 9)");
  }

  @Test
  void takesNeitherListsNorFlagsForFrames() {
    Planning.Failed failed = failed(layouts.plan("nothing.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.NO_FRAME_DATASET);
    assertThat(failed.message()).contains("no dataset in it looks like frames");
  }

  @Test
  void skipsAFileWithAProcessGroup() {
    assertThat(layouts.plan("process.h5"))
        .isEqualTo(
            new Planning.NotRaw(
                "process.h5: it holds results, not frames: NXprocess group /entry/process"));
  }

  @Test
  void saysThatAFileIsMissingOrNoHdf5() {
    Planning.Failed missing = failed(layouts.plan("gone.h5"));
    assertThat(missing.code()).isEqualTo(FailureCode.MISSING_FILE);
    assertThat(missing.message()).contains("hdfs://cluster/raw/gone.h5").contains("Put it back");

    Planning.Failed text = failed(layouts.plan("text.h5"));
    assertThat(text.code()).isEqualTo(FailureCode.NOT_HDF5);
    assertThat(text.message()).contains("hdfs://cluster/raw/text.h5");
  }

  @Test
  void readsUnitsAndConditions() throws Exception {
    List<String> conditions =
        List.of("pressure", "/entry/sample/temperature", "temperature", "humidity");
    FrameStack stack =
        raw(layouts.plan("metadata.h5", new PlanSettings(null, List.of(), conditions)));
    StackMetadata metadata = stack.metadata();

    assertThat(metadata.wavelength()).isEqualTo(1.239841984e-6 / 25680, offset(1e-19));
    assertThat(metadata.exposureSeconds()).containsExactly(0.1, 0.2, 0.3);
    assertThat(metadata.timeSeconds()).containsExactly(0, 0.5, 1.25);
    assertThat(metadata.sample()).isEqualTo("Pt");
    assertThat(metadata.startTime()).isEqualTo("2026-11-20T12:00:00");
    assertThat(metadata.condition("pressure", 2)).isEqualTo(3);
    assertThat(metadata.condition("/entry/sample/temperature", 2)).isEqualTo(300);
    assertThat(metadata.conditions()).doesNotContainKeys("temperature", "humidity");
    assertThat(metadata.warnings())
        .hasSize(2)
        .anyMatch(w -> w.contains("several datasets called temperature: /entry/before/temperature"))
        .anyMatch(w -> w.contains("no numbers called humidity"));
    NexusGeometry geometry = Objects.requireNonNull(metadata.geometry());
    assertThat(geometry.distance()).isEqualTo(0.30919, offset(1e-12));
    assertThat(geometry.columnPixelSize()).isEqualTo(55e-6, offset(1e-15));
    assertThat(geometry.rowPixelSize()).isEqualTo(55e-6, offset(1e-15));
    assertThat(geometry.beamColumn()).isEqualTo(700.5);
    try (FrameReader reader = new FrameReader(stack, layouts)) {
      assertThat(reader.flatField(0)).hasSize(54).containsOnly(2f);
    }
  }

  @Test
  void readsBigEndianFramesOfACommittedType() throws Exception {
    for (String file : List.of("groups_earliest.h5", "groups_latest.h5")) {
      FrameStack stack = raw(layouts.dataset(file, "/of named type"));
      assertThat(stack.module()).isEqualTo(new FrameShape(2, 3));
      byte[] target = new byte[24];
      try (FrameReader reader = new FrameReader(stack, layouts)) {
        reader.read(0, 0, target);
      }
      float[] values = new float[6];
      ByteBuffer.wrap(target).order(java.nio.ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      assertThat(values).containsExactly(0, 1, 2, 3, 4, 5);
    }
  }
}
