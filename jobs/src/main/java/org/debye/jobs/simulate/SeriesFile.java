package org.debye.jobs.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.debye.frame.ModulePlacement;
import org.debye.frame.PixelType;
import org.debye.hdf5.write.FrameCompression;
import org.debye.hdf5.write.FrameStackSettings;
import org.debye.hdf5.write.FrameStackWriter;
import org.debye.simulation.RampSettings;
import org.debye.simulation.RawRamp;

/** One part of one module's series: frames {@code part * framesPerFile} and those after. */
record SeriesFile(RawRamp ramp, int module, int part, int framesPerFile) {

  /** Writes it beside its place and moves it there when it is whole. */
  void write(Path file, FrameCompression storage) {
    Path temporary = file.resolveSibling(file.getFileName() + ".partial");
    int first = part * framesPerFile;
    int end = Math.min(first + framesPerFile, ramp.settings().frames());
    try {
      try (FrameStackWriter writer = new FrameStackWriter(temporary, settings(storage))) {
        short[] counts = new short[ramp.module().pixels()];
        double[] pressures = new double[end - first];
        for (int frame = first; frame < end; frame++) {
          ramp.frame(module, frame, counts);
          writer.write(counts);
          pressures[frame - first] = ramp.state(frame).pressureGpa();
        }
        writer.condition("pressure_GPa", "GPa", pressures);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FrameStackSettings settings(FrameCompression storage) {
    RampSettings settings = ramp.settings();
    ModulePlacement placement = ramp.layout().placements().get(module);
    return new FrameStackSettings(
        PixelType.INT16,
        ramp.module(),
        storage,
        placement.row(),
        placement.column(),
        settings.exposure().seconds(),
        settings.detector().saturation(),
        settings.geometry().pixel() * 1e6,
        ramp.pixelMask(module),
        settings.beam().wavelength(),
        "(Mg0.2Fe0.8)O with Pt, simulated",
        "lambda-module-" + (module + 1));
  }
}
