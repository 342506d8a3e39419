package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PixelType;
import org.debye.hdf5.write.FrameCompression;
import org.debye.hdf5.write.FrameStackSettings;
import org.debye.hdf5.write.FrameStackWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of modules and parts of which something is missing. */
class ModuleSeriesTest {
  private static final FrameShape MODULE = new FrameShape(4, 8);

  @TempDir Path folder;

  private void part(int module, int part, int frames) throws IOException {
    FrameStackSettings settings =
        new FrameStackSettings(
            PixelType.UINT16,
            MODULE,
            FrameCompression.NONE,
            10 * module,
            0,
            0.5,
            9,
            55,
            new int[0],
            null,
            null,
            "m" + module);
    Path file = folder.resolve("s_m%d_part%05d.nxs".formatted(module, part));
    try (FrameStackWriter writer = new FrameStackWriter(file, settings)) {
      for (int frame = 0; frame < frames; frame++) {
        short[] pixels = new short[MODULE.pixels()];
        pixels[0] = (short) (100 * module + 10 * part + frame);
        writer.write(pixels);
      }
    }
  }

  private Planning plan() throws IOException {
    List<StackCandidate> found = SeriesGrouping.group(Listings.of(folder));
    assertThat(found).hasSize(1);
    return new StackPlanner(new LocalFileOpener(), PlanSettings.defaults()).plan(found.get(0));
  }

  private FrameStack stack() throws IOException {
    Planning planning = plan();
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    return ((Planning.Raw) planning).stack();
  }

  private static int pixel(FrameReader reader, FrameStack stack, long frame, int module) {
    byte[] target = new byte[stack.moduleBytes()];
    reader.read(frame, module, target);
    return (target[0] & 0xFF) | (target[1] & 0xFF) << 8;
  }

  @Test
  void numbersFramesThroughPartsPastOneThatIsMissing() throws IOException {
    for (int part : new int[] {0, 1, 3}) {
      part(1, part, 3);
      part(2, part, 3);
    }
    Files.delete(folder.resolve("s_m2_part00001.nxs"));

    FrameStack stack = stack();

    assertThat(stack.frames()).isEqualTo(12);
    assertThat(stack.placements())
        .containsExactly(new ModulePlacement(0, 0), new ModulePlacement(10, 0));
    assertThat(stack.gaps()).extracting(FrameGap::code).containsOnly(FailureCode.MISSING_MODULE);
    assertThat(stack.gaps()).extracting(FrameGap::first).containsExactly(3L, 6L);
    assertThat(stack.gaps()).extracting(FrameGap::count).containsExactly(3L, 3L);
    assertThat(stack.gaps().get(0).message())
        .isEqualTo(
            "s: part 1 of module 2 is missing. Put the file back and run again; the other frames"
                + " are read.");
    try (FrameReader reader = new FrameReader(stack, new LocalFileOpener())) {
      assertThat(pixel(reader, stack, 2, 1)).isEqualTo(202);
      assertThat(pixel(reader, stack, 11, 0)).isEqualTo(132);
      assertThatThrownBy(() -> pixel(reader, stack, 4, 0))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("s frame 4: this frame is not whole. s: part 1 of module 2");
    }
  }

  @Test
  void leavesOutFramesThatOneModuleLacks() throws IOException {
    part(1, 0, 3);
    part(2, 0, 2);
    part(1, 1, 3);
    part(2, 1, 3);

    FrameStack stack = stack();

    assertThat(stack.frames()).isEqualTo(6);
    assertThat(stack.gaps()).hasSize(1);
    FrameGap gap = stack.gaps().get(0);
    assertThat(gap.first()).isEqualTo(2);
    assertThat(gap.count()).isEqualTo(1);
    assertThat(gap.code()).isEqualTo(FailureCode.MISSING_MODULE);
    assertThat(gap.message())
        .contains("s_m2_part00000.nxs:/entry/instrument/detector/data[2]")
        .contains("2 frames where another has 3");
    try (FrameReader reader = new FrameReader(stack, new LocalFileOpener())) {
      assertThat(pixel(reader, stack, 3, 1)).isEqualTo(210);
    }
  }

  @Test
  void keepsTheOtherPartsOfASeriesWithADamagedOne() throws IOException {
    part(1, 0, 3);
    part(1, 1, 3);
    Files.writeString(folder.resolve("s_m1_part00000.nxs"), "not HDF5, but of some length");

    FrameStack stack = stack();

    assertThat(stack.frames()).isEqualTo(6);
    assertThat(stack.gaps()).extracting(FrameGap::code).containsExactly(FailureCode.NOT_HDF5);
    assertThat(stack.gaps().get(0).message()).contains("s_m1_part00000.nxs");
    try (FrameReader reader = new FrameReader(stack, new LocalFileOpener())) {
      assertThat(pixel(reader, stack, 3, 0)).isEqualTo(110);
    }
  }

  @Test
  void refusesASeriesThatLacksAWholeModule() throws IOException {
    part(1, 0, 1);
    part(3, 0, 1);

    assertThat(plan())
        .isEqualTo(
            new Planning.Failed(
                FailureCode.MISSING_MODULE,
                "s: there are files of modules [1, 3], none of module 2. Put its files back, or"
                    + " reduce the modules one by one from folders of their own."));
  }

  @Test
  void refusesASeriesThatLacksItsFirstModule() throws IOException {
    part(2, 0, 1);
    part(3, 0, 1);

    Planning planning = plan();

    assertThat(planning).isInstanceOf(Planning.Failed.class);
    assertThat(((Planning.Failed) planning).message())
        .contains("files of modules [2, 3], none of module 1");
  }

  @Test
  void takesOneModuleAloneForADetector() throws IOException {
    part(3, 0, 2);

    assertThat(stack().frames()).isEqualTo(2);
  }

  @Test
  void saysWhichNumberedFileItsMasterDoesNotLinkTo() throws IOException {
    part(1, 0, 3);
    Files.move(folder.resolve("s_m1_part00000.nxs"), folder.resolve("s.nxs"));
    Files.copy(folder.resolve("s.nxs"), folder.resolve("s_000001.h5"));

    assertThat(stack().metadata().warnings())
        .contains(
            "s.nxs does not link to s_000001.h5, taken by name for its data; what is in there was"
                + " not read. Rename the file, or move it to another folder, to have it reduced on"
                + " its own.");
  }

  @Test
  void failsWhereNoPartCanBeRead() throws IOException {
    Files.writeString(folder.resolve("s_m1_part00000.nxs"), "not HDF5, but of some length");

    Planning planning = plan();

    assertThat(planning).isInstanceOf(Planning.Failed.class);
    assertThat(((Planning.Failed) planning).code()).isEqualTo(FailureCode.NOT_HDF5);
  }
}
