package org.debye.hdf5.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.debye.failure.FailureCode;
import org.debye.frame.FrameShape;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PixelType;
import org.debye.hdf5.FrameReader;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.LocalFileOpener;
import org.debye.hdf5.PlanSettings;
import org.debye.hdf5.Planning;
import org.debye.hdf5.SeriesGrouping;
import org.debye.hdf5.SourceFile;
import org.debye.hdf5.StackCandidate;
import org.debye.hdf5.StackPlanner;
import org.debye.hdf5.link.AllowedRoots;
import org.debye.hdf5.link.LinkResolver;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is written is read back by our own reader; h5py reads it too (test/golden/hdf5_check.py).
 */
class WritersTest {
  /** Neither pixels nor bytes of a frame fill whole bitshuffle blocks, and 3 pixels remain. */
  private static final FrameShape MODULE = new FrameShape(61, 83);

  @TempDir Path folder;

  private static FrameStackSettings settings(FrameCompression compression, int row, int column) {
    int[] mask = new int[MODULE.pixels()];
    mask[7] = Integer.MIN_VALUE;
    return new FrameStackSettings(
        PixelType.INT16,
        MODULE,
        compression,
        row,
        column,
        0.1,
        4095,
        55,
        mask,
        0.4828e-10,
        "Pt",
        "simulated");
  }

  private static short[] frame(Random random) {
    short[] frame = new short[MODULE.pixels()];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (short) (random.nextInt(20) == 0 ? random.nextInt(4096) : random.nextInt(4) - 1);
    }
    return frame;
  }

  @ParameterizedTest
  @EnumSource(FrameCompression.class)
  void readsBackASeriesOfModulesAndParts(FrameCompression compression) throws Exception {
    Random random = new Random(11);
    List<short[]> written = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    for (int module = 1; module <= 2; module++) {
      for (int part = 0; part < 2; part++) {
        Path file = folder.resolve("ramp_m%d_part%05d.nxs".formatted(module, part));
        FrameStackSettings settings = settings(compression, module == 1 ? 0 : 100, -2 * module);
        try (FrameStackWriter writer = new FrameStackWriter(file, settings)) {
          for (int i = 0; i < 70; i++) {
            short[] frame = frame(random);
            written.add(frame);
            writer.write(frame);
          }
          writer.condition("pressure", "GPa", new Random(part).doubles(70).toArray());
        }
        files.add(new SourceFile(file.toUri(), Files.size(file), 0));
      }
    }

    List<StackCandidate> candidates = SeriesGrouping.group(files);
    assertThat(candidates).hasSize(1);
    Planning planning =
        new StackPlanner(
                new LocalFileOpener(), new PlanSettings(null, List.of(), List.of("pressure")))
            .plan(candidates.get(0));
    assertThat(planning).isInstanceOf(Planning.Raw.class);
    FrameStack stack = ((Planning.Raw) planning).stack();

    assertThat(stack.frames()).isEqualTo(140);
    assertThat(stack.placements())
        .containsExactly(new ModulePlacement(0, 2), new ModulePlacement(100, 0));
    assertThat(stack.metadata().wavelength()).isEqualTo(0.4828e-10, offset(1e-20));
    assertThat(stack.metadata().exposureSeconds())
        .containsExactly(new double[] {0.1}, offset(1e-12));
    assertThat(stack.metadata().saturation()).isEqualTo(4095);
    assertThat(stack.metadata().sample()).isEqualTo("Pt");
    assertThat(stack.metadata().warnings()).isEmpty();
    double[] expected = new Random(1).doubles(70).toArray();
    assertThat(stack.metadata().condition("pressure", 70 + 33)).isEqualTo(expected[33]);
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, new LocalFileOpener())) {
      for (int frame = 0; frame < 140; frame++) {
        for (int module = 0; module < 2; module++) {
          reader.read(frame, module, target);
          short[] read = new short[MODULE.pixels()];
          ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(read);
          assertThat(read)
              .as("frame %d module %d", frame, module)
              .isEqualTo(written.get(module * 140 + frame));
        }
      }
      int[] mask = reader.pixelMask(1);
      assertThat(mask[7]).isEqualTo(Integer.MIN_VALUE);
      assertThat(mask[8]).isZero();
    }
  }

  @Test
  void leavesNoValidFileBehindAWriterThatFailed() throws Exception {
    Path file = folder.resolve("stopped.nxs");
    FrameStackWriter writer = new FrameStackWriter(file, settings(FrameCompression.DEFLATE, 0, 0));
    writer.write(frame(new Random(3)));
    writer.abandon();

    SourceFile source = new SourceFile(file.toUri(), Files.size(file), 0);
    Planning planning =
        new StackPlanner(new LocalFileOpener(), PlanSettings.defaults())
            .plan(new StackCandidate("stopped", List.of(source)));

    assertThat(planning).isInstanceOf(Planning.Failed.class);
    assertThat(((Planning.Failed) planning).code()).isEqualTo(FailureCode.NOT_HDF5);
  }

  @Test
  void marksIntegratedSpectraAsResults() throws Exception {
    Path file = folder.resolve("spectra.h5");
    spectra(file);

    SourceFile source = new SourceFile(file.toUri(), Files.size(file), 0);
    StackPlanner planner = new StackPlanner(new LocalFileOpener(), PlanSettings.defaults());
    Planning planning = planner.plan(new StackCandidate("spectra", List.of(source)));

    assertThat(planning)
        .isEqualTo(
            new Planning.NotRaw(
                "spectra.h5: it holds results, not frames: definition NXazint1d in /first_scan"));
  }

  @Test
  void readsBackIntegratedSpectra() throws Exception {
    Path file = folder.resolve("spectra.h5");
    spectra(file);

    for (String name : List.of("I", "I_errors", "baseline")) {
      SourceFile source = new SourceFile(file.toUri(), Files.size(file), 0);
      PlanSettings settings = new PlanSettings("/second/data/" + name, List.of(), List.of());
      Planning planning =
          new StackPlanner(new LocalFileOpener(), settings)
              .plan(new StackCandidate("spectra", List.of(source)));
      FrameStack stack = ((Planning.Raw) planning).stack();
      assertThat(stack.module()).isEqualTo(new FrameShape(40, 5));
      byte[] target = new byte[stack.moduleBytes()];
      try (FrameReader reader = new FrameReader(stack, new LocalFileOpener())) {
        reader.read(0, 0, target);
      }
      FloatBuffer found = ByteBuffer.wrap(target).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      for (int frame = 0; frame < 40; frame++) {
        float[] truth = values(spectrum(frame), name);
        float[] read = new float[5];
        found.get(frame * 5, read);
        assertThat(read).isEqualTo(truth);
      }
    }
  }

  @Test
  void statesTheWavelengthInAngstromWithoutRounding() throws Exception {
    Path file = folder.resolve("spectra.h5");
    spectra(file);

    AllowedRoots roots = new AllowedRoots(List.of(folder.toUri()));
    try (LinkResolver resolver = new LinkResolver(new LocalFileOpener(), roots, file.toUri())) {
      String path = "/second/instrument/monochromator/wavelength";
      byte[] stored =
          Objects.requireNonNull(
              Objects.requireNonNull(resolver.find(resolver.root(), path)).node().plainBytes());
      assertThat(ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).getDouble()).isEqualTo(0.5);
    }
  }

  private static float[] values(Spectrum spectrum, String name) {
    return switch (name) {
      case "I" -> spectrum.intensity();
      case "I_errors" -> spectrum.sigma();
      default -> spectrum.baseline();
    };
  }

  private static Spectrum spectrum(int frame) {
    return new Spectrum(
        new float[] {frame, Float.NaN, 2, 3, 4},
        new float[] {1, Float.NaN, 1, frame, 2},
        new float[] {0.5f, 0.5f, 0.5f, 0.5f, frame});
  }

  private static void spectra(Path file) throws IOException {
    try (Azint1dWriter writer = new Azint1dWriter(file)) {
      writer.start(entry("first scan", false));
      writer.write(0, new Spectrum(new float[] {1, 2, 3, 4, 5}, Spectrum.NONE, Spectrum.NONE));
      writer.start(entry("second", true));
      for (int frame = 0; frame < 40; frame++) {
        writer.write(frame, spectrum(frame));
      }
    }
  }

  private static Azint1dEntry entry(String name, boolean more) {
    return new Azint1dEntry(
        name,
        "Pt",
        "2026-11-20T12:00:00Z",
        "P02.2",
        "PETRA III",
        5e-11,
        new SpectralAxis(AxisKind.TWO_THETA_DEG, new double[] {9, 10, 11, 12, 13}),
        true,
        true,
        false,
        "Debye",
        "0.1.0",
        "2026-11-20T12:00:01Z",
        "none",
        Map.of("integration.points", "5"),
        more,
        more);
  }
}
