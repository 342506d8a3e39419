package org.debye.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.debye.frame.PixelType;

/**
 * Writes one part of one module as the LAMBDA detectors of P02.2 do: {@code
 * /entry/instrument/detector} with {@code data} in chunks of one frame, {@code pixel_mask}, {@code
 * count_time}, {@code saturation_value} and {@code translation/distance} in pixels. One frame is
 * held in memory. A file that was not closed is no HDF5 file. Name files {@code
 * X_m1_part00000.nxs}. Thread-confined.
 */
public final class FrameStackWriter implements Closeable {
  /** Electron volts times metres: Planck's constant times the speed of light (CODATA 2018). */
  private static final double EV_METRES = 1.239841984332002e-6;

  private final FrameStackSettings settings;
  private final Hdf5Output file;
  private final ChunkedOutput frames;
  private final OutputGroup sample;

  /** Creates the file, or empties it. */
  public FrameStackWriter(Path path, FrameStackSettings settings) throws IOException {
    this.settings = settings;
    this.file = new Hdf5Output(path);
    OutputGroup root = file.root();
    root.attribute("NX_class", "NXroot");
    root.attribute("default", "entry");
    OutputGroup entry = root.group("entry", "NXentry");
    entry.attribute("default", "data");
    OutputGroup instrument = entry.group("instrument", "NXinstrument");
    this.sample = entry.group("sample", "NXsample");
    if (settings.sample() != null) {
      sample.text("name", settings.sample());
    }
    OutputGroup detector = instrument.group("detector", "NXdetector");
    long[] item = {settings.module().rows(), settings.module().columns()};
    this.frames =
        detector.add(
            "data",
            new ChunkedOutput(
                file, ElementFormat.of(settings.type()), item, 1, settings.compression()));
    describe(detector);
    beam(instrument);
    OutputGroup data = entry.group("data", "NXdata");
    data.attribute("signal", "data");
    data.softLink("data", "/entry/instrument/detector/data");
  }

  private void describe(OutputGroup detector) throws IOException {
    long[] one = {1};
    detector.text("description", "Lambda");
    detector.text("local_name", settings.detectorName());
    detector.numbers(
        "count_time", one, new double[] {settings.exposureSeconds() * 1000}, "millisecond");
    detector.integers("saturation_value", ElementFormat.UINT32, one, settings.saturation());
    double[] size = {settings.pixelSizeMicrometres()};
    detector.numbers("x_pixel_size", one, size, "micrometer");
    detector.numbers("y_pixel_size", one, size, "micrometer");
    OutputGroup translation = detector.group("translation", "NXtranslation");
    translation.numbers(
        "distance", new long[] {3}, new double[] {settings.column(), settings.row(), 0}, "pixel");
    if (settings.pixelMask().length > 0) {
      long[] image = {1, settings.module().rows(), settings.module().columns()};
      detector.integers("pixel_mask", ElementFormat.UINT32, image, settings.pixelMask());
    }
  }

  private void beam(OutputGroup instrument) throws IOException {
    Double wavelength = settings.wavelength();
    if (wavelength != null) {
      OutputGroup monochromator = instrument.group("monochromator", "NXmonochromator");
      monochromator.number("wavelength", wavelength * 1e10, "angstrom");
      monochromator.number("energy", EV_METRES / wavelength / 1000, "keV");
    }
  }

  /** Appends a frame: little endian, row-major, one module. */
  public void write(byte[] frame) throws IOException {
    frames.add(frame);
  }

  /** Appends a frame of 16-bit pixels. */
  public void write(short[] frame) throws IOException {
    if (settings.type() != PixelType.INT16 && settings.type() != PixelType.UINT16) {
      throw new IllegalArgumentException("16-bit pixels for a stack of " + settings.type());
    }
    byte[] bytes = new byte[2 * frame.length];
    for (int i = 0; i < frame.length; i++) {
      bytes[2 * i] = (byte) frame[i];
      bytes[2 * i + 1] = (byte) (frame[i] >> 8);
    }
    frames.add(bytes);
  }

  /** Keeps a value of each frame, pressure say, under {@code /entry/sample}. */
  public void condition(String name, String unit, double[] perFrame) throws IOException {
    sample.numbers(name, new long[] {perFrame.length}, perFrame, unit);
  }

  /** Frames written so far. */
  public long frames() {
    return frames.items();
  }

  /** Closes the file as it is, which makes it no HDF5 file: for a writer that failed. */
  public void abandon() throws IOException {
    file.abandon();
  }

  /** Writes what remains and makes the file valid. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
