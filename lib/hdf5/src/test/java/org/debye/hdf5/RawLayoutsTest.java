package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that were never written, frames that modules number by pulse, and what cannot be read. */
class RawLayoutsTest {
  private final GoldenLayouts layouts = new GoldenLayouts("raw_layouts");

  private static FrameStack raw(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    return ((Planning.Raw) planning).stack();
  }

  private static Planning.Failed failed(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Failed.class);
    return (Planning.Failed) planning;
  }

  private static String digest(FrameReader reader, FrameStack stack, long frame) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] target = new byte[stack.moduleBytes()];
    for (int module = 0; module < stack.placements().size(); module++) {
      reader.read(frame, module, target);
      digest.update(target);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void check(FrameStack stack, String name) throws Exception {
    List<String> expected = layouts.expected(name);
    assertThat(stack.frames()).isEqualTo(expected.size()).isPositive();
    for (int first = 0; first < expected.size(); first++) {
      int frame = first;
      FrameStack slice = stack.slice(first, 1);
      try (FrameReader whole = new FrameReader(stack, layouts);
          FrameReader part = new FrameReader(slice, layouts)) {
        if (expected.get(frame).equals("missing")) {
          assertThat(stack.gaps()).as("frame %d", frame).anyMatch(gap -> gap.contains(frame));
          assertThatThrownBy(() -> digest(whole, stack, frame)).isInstanceOf(InputException.class);
        } else {
          assertThat(stack.gaps()).as("frame %d", frame).noneMatch(gap -> gap.contains(frame));
          assertThat(digest(whole, stack, frame))
              .as("frame %d", frame)
              .isEqualTo(expected.get(frame));
          assertThat(digest(part, slice, frame)).isEqualTo(expected.get(frame));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unwritten", "unwritten_virtual"})
  void takesNoFillValueForAFrame(String name) throws Exception {
    FrameStack stack = raw(layouts.plan(name + ".h5"));

    check(stack, name);
    assertThat(stack.gaps()).extracting(FrameGap::code).containsOnly(FailureCode.NEVER_WRITTEN);
    assertThat(stack.gaps().get(0).message())
        .contains("unwritten.h5:/entry/data/data: these frames were never written");
  }

  @Test
  void readsNoUnwrittenFrameEvenWhereItsGapIsNotKnown() {
    FrameStack known = raw(layouts.plan("unwritten.h5"));
    FrameStack stack =
        new FrameStack(
            known.name(),
            known.type(),
            known.module(),
            known.placements(),
            known.arrangement(),
            known.frames(),
            known.framesPerRun(),
            known.storedBytes(),
            List.of(),
            known.metadata(),
            known.sources(),
            known.segments());
    for (long frame : new long[] {1, 2}) {
      FrameReader reader = new FrameReader(stack, layouts);
      assertThatThrownBy(() -> digest(reader, stack, frame))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(
              "unwritten.h5:/entry/data/data[" + frame + "]: this frame was never")
          .extracting(e -> ((InputException) e).code())
          .isEqualTo(FailureCode.NEVER_WRITTEN);
    }
  }

  @Test
  void failsAFileOfWhichNoFrameWasWritten() {
    Planning.Failed failed = failed(layouts.plan("never.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.NEVER_WRITTEN);
    assertThat(failed.message()).contains("none of its frames can be read").contains("never.h5");
  }

  @Test
  void putsModulesTogetherByTrainAndPulse() throws Exception {
    FrameStack stack = raw(layouts.series("RAW-R0042-AGIPD"));

    check(stack, "RAW-R0042-AGIPD");
    assertThat(stack.module()).isEqualTo(new FrameShape(6, 9));
    assertThat(stack.arrangement()).isEqualTo(ModuleArrangement.UNKNOWN);
    assertThat(stack.placements())
        .containsExactly(
            new ModulePlacement(0, 0), new ModulePlacement(6, 0), new ModulePlacement(12, 0));
    assertThat(stack.gaps()).extracting(FrameGap::code).containsOnly(FailureCode.MISSING_MODULE);
    assertThat(stack.gaps()).extracting(FrameGap::first).containsExactly(3L, 4L);
    assertThat(stack.gaps().get(0).message())
        .contains("RAW-R0042-AGIPD01-S00000.h5:/INSTRUMENT/SPB_DET_AGIPD1M-1/DET/1CH0:xtdf/image")
        .contains("this module has no frame of train 1400000011 pulse 4, which another has");
    assertThat(stack.gaps().get(1).message())
        .contains("AGIPD00-S00000.h5")
        .contains("train 1400000012 pulse 0 to train 1400000012 pulse 4");
    assertThat(stack.metadata().warnings()).anyMatch(w -> w.contains("frames are the data"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RAW-R0007-JNGFR", "RAW-R0009-LAMBDA"})
  void readsASingleModuleWithoutItsPadding(String run) throws Exception {
    FrameStack stack = raw(layouts.series(run));

    check(stack, run);
    assertThat(stack.gaps()).isEmpty();
    assertThat(stack.arrangement()).isEqualTo(ModuleArrangement.KNOWN);
  }

  @Test
  void readsTheOtherTrainsWhereASequenceOfAModuleIsAbsent() throws Exception {
    layouts.files().remove("RAW-R0042-AGIPD02-S00001.h5");

    FrameStack stack = raw(layouts.series("RAW-R0042-AGIPD"));

    assertThat(stack.frames()).isEqualTo(12);
    assertThat(stack.gaps())
        .extracting(FrameGap::first, FrameGap::count)
        .contains(org.assertj.core.groups.Tuple.tuple(8L, 4L));
    assertThat(stack.gaps().get(2).message())
        .isEqualTo(
            "RAW-R0042-AGIPD: part 1 of module 2 is missing. Put the file back and run again; the"
                + " other frames are read.");
    try (FrameReader reader = new FrameReader(stack, layouts)) {
      assertThat(digest(reader, stack, 7)).isEqualTo(layouts.expected("RAW-R0042-AGIPD").get(7));
    }
  }

  @Test
  void countsASequenceThatNoModuleHasAsAGap() throws Exception {
    byte[] moved = layouts.files().getOrDefault("RAW-R0009-LAMBDA00-S00001.h5", new byte[0]);
    layouts.files().remove("RAW-R0009-LAMBDA00-S00001.h5");
    layouts.files().put("RAW-R0009-LAMBDA00-S00002.h5", moved);

    FrameStack stack = raw(layouts.series("RAW-R0009-LAMBDA"));

    assertThat(stack.frames()).isEqualTo(9);
    assertThat(stack.gaps())
        .extracting(FrameGap::first, FrameGap::count, FrameGap::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(6L, 3L, FailureCode.MISSING_MODULE));
  }

  @Test
  void refusesFramesWhoseTrainNumbersDoNotFit() {
    Planning.Failed failed = failed(layouts.series("RAW-R0043-LPD"));

    assertThat(failed.code()).isEqualTo(FailureCode.CORRUPT_METADATA);
    assertThat(failed.message())
        .contains(
            "RAW-R0043-LPD01-S00000.h5:/INSTRUMENT/FXE_DET_LPD1M-1/DET/1CH0:xtdf/image/trainId")
        .contains("3 train numbers for 4 frames");
  }

  @Test
  void namesTheFilterThatCannotBeUndone() {
    Planning.Failed failed = failed(layouts.plan("scaled.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.UNKNOWN_FILTER);
    assertThat(failed.message())
        .contains("hdfs://cluster/raw/scaled.h5:/entry/data/data: cannot decode: ")
        .contains("scaleoffset (6)")
        .endsWith("Write the file again with h5repack and a filter that docs/formats.md lists.");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "2, true"})
  void namesFileDatasetAndFrameOfADamagedChunk(int frame, boolean whole) throws Exception {
    FrameStack stack = raw(layouts.plan("corrupt.h5"));

    try (FrameReader reader = new FrameReader(stack, layouts)) {
      if (whole) {
        assertThat(digest(reader, stack, frame)).isEqualTo(layouts.expected("corrupt").get(frame));
      } else {
        assertThatThrownBy(() -> digest(reader, stack, frame))
            .isInstanceOf(InputException.class)
            .hasMessageStartingWith(
                "hdfs://cluster/raw/corrupt.h5:/entry/data/data[1]: cannot decode: ")
            .hasMessageEndingWith(
                "Copy the file again from where it was written; the other frames are read.")
            .extracting(e -> ((InputException) e).code())
            .isEqualTo(FailureCode.CORRUPT_CHUNK);
      }
    }
  }
}
