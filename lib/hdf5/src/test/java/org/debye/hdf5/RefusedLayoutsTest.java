package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import org.debye.failure.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of files that hold no frames, or not surely, or not all of them yet. */
class RefusedLayoutsTest {
  private final GoldenLayouts layouts = new GoldenLayouts("refused_layouts");

  private static Planning.Failed failed(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Failed.class);
    return (Planning.Failed) planning;
  }

  private static FrameStack raw(Planning planning) {
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    return ((Planning.Raw) planning).stack();
  }

  @ParameterizedTest
  @CsvSource({
    "complex, type compound",
    "string, type string",
    "colour, type compound",
    "bool, type enumeration of int8"
  })
  void namesTheTypeOfADatasetThatIsNoFrames(String file, String said) {
    Planning.Failed failed = failed(layouts.plan(file + ".h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.UNSUPPORTED_DATASET);
    assertThat(failed.message())
        .contains(file + ".h5:/entry/data/data: frames should be here")
        .contains(said)
        .contains("Convert it to integers or floats");
  }

  @Test
  void listsDatasetsThatWouldBeFramesWereTheyNumbers() {
    Planning.Failed failed = failed(layouts.plan("elsewhere.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.NO_FRAME_DATASET);
    assertThat(failed.message()).contains("/entry/reduced/amplitude (3, 6, 9) of type compound");
  }

  @ParameterizedTest
  @CsvSource({
    "beside, NXprocess group /entry/process",
    "signal, NXprocess group /entry/process",
    "derived, 'NXprocess group /entry/process beside the default, /entry/data/mean'",
    "root, NXprocess group /process"
  })
  void takesDataBesideAProcessForItsResults(String file, String said) {
    assertThat(layouts.plan(file + ".h5"))
        .isEqualTo(new Planning.NotRaw(file + ".h5: it holds results, not frames: " + said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"measured", "linked", "pieces"})
  void readsADetectorsFramesBesideAProcess(String file) {
    assertThat(raw(layouts.plan(file + ".h5")).frames()).isEqualTo(3);
  }

  @Test
  void readsADatasetThatIsNamedBesideAProcess() {
    assertThat(raw(layouts.dataset("beside.h5", "/entry/data/data")).frames()).isEqualTo(3);
  }

  @Test
  void saysThatLinksLeadInACircle() {
    Planning.Failed failed = failed(layouts.plan("loop.h5"));

    assertThat(failed.code()).isEqualTo(FailureCode.DANGLING_LINK);
    assertThat(failed.message()).contains("a link leads in a circle").contains("Mend the links");
    assertThat(failed.message()).doesNotContain("Put the file");
    assertThat(failed(layouts.dataset("loop.h5", "/entry/nothing")).message())
        .contains("the link leads to /gone, which is not there. Mend the link");
  }

  @Test
  void saysThatAWholeFileIsStillBeingWritten() {
    FrameStack stack = raw(layouts.plan("open.h5"));

    assertThat(stack.frames()).isEqualTo(3);
    assertThat(stack.gaps()).isEmpty();
    assertThat(stack.metadata().warnings())
        .containsOnlyOnce(
            GoldenLayouts.FOLDER
                + "open.h5: open for writing; 3 frames are in it so far."
                + " Run again when it is closed.");
  }

  @Test
  void saysThatALaterFileOfASeriesIsStillBeingWritten() {
    FrameStack stack = raw(layouts.series("open_m01"));

    assertThat(stack.frames()).isEqualTo(6);
    assertThat(stack.metadata().warnings())
        .anyMatch(warning -> warning.contains("open_m01_part00001.h5: open for writing; 3 frames"))
        .noneMatch(warning -> warning.contains("open_m01_part00000.h5"));
  }
}
