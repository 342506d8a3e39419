package org.debye.hdf5.write;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.debye.spectra.AxisKind;
import org.debye.spectra.Spectrum;
import org.jspecify.annotations.Nullable;

/**
 * Writes integrated spectra as NeXus' NXazint1d: one entry for each dataset, frame by frame. In
 * each, {@code data/I} (frames x points) with {@code I_errors} and {@code baseline} where there are
 * any, over {@code data/radial_axis}; frames numbered in {@code data/frame}. Memory holds 32
 * spectra of the entry being written. A file that was not closed is no HDF5 file. Thread-confined.
 */
public final class Azint1dWriter implements Closeable {
  private static final double EV_METRES = 1.239841984332002e-6;
  private static final int PER_CHUNK = 32;

  private final Hdf5Output file;
  private @Nullable Entry current;
  private boolean first = true;

  /** The entry that spectra go to. */
  private record Entry(
      Azint1dEntry settings,
      ChunkedOutput intensity,
      @Nullable ChunkedOutput sigma,
      @Nullable ChunkedOutput baseline,
      ChunkedOutput frames) {}

  /** Creates the file, or empties it. */
  public Azint1dWriter(Path path) throws IOException {
    file = new Hdf5Output(path);
    file.root().attribute("NX_class", "NXroot");
  }

  /** Starts the next entry; spectra go to it from now on. */
  public void start(Azint1dEntry settings) throws IOException {
    if (first) {
      file.root().attribute("default", settings.groupName());
      first = false;
    }
    OutputGroup entry = file.root().group(settings.groupName(), "NXentry");
    entry.attribute("default", "data");
    entry.text("definition", "NXazint1d");
    entry.text("title", settings.name());
    if (settings.startTime() != null) {
      entry.text("start_time", settings.startTime());
    }
    flag(entry, "solid_angle_applied", settings.solidAngle());
    flag(entry, "polarization_applied", settings.polarisation());
    flag(entry, "normalization_applied", settings.normalisation());
    if (settings.sample() != null) {
      entry.group("sample", "NXsample").text("name", settings.sample());
    }
    instrument(entry, settings);
    reduction(entry, settings);
    current = data(entry.group("data", "NXdata"), settings);
  }

  private static void flag(OutputGroup entry, String name, boolean value) throws IOException {
    entry.array(name, ElementFormat.BOOLEAN, new long[0], new byte[] {(byte) (value ? 1 : 0)});
  }

  private static void instrument(OutputGroup entry, Azint1dEntry settings) throws IOException {
    OutputGroup instrument = entry.group("instrument", "NXinstrument");
    instrument.text("name", settings.instrument());
    OutputGroup monochromator = instrument.group("monochromator", "NXmonochromator");
    monochromator.number("wavelength", angstrom(settings.wavelength()), "angstrom");
    monochromator.number("energy", EV_METRES / settings.wavelength() / 1000, "keV");
    OutputGroup source = instrument.group("source", "NXsource");
    source.text("name", settings.source());
    source.text("type", "Synchrotron X-ray Source");
    source.text("probe", "x-ray");
  }

  /** Moves the decimal point, so that 5e-11 m is 0.5, which a product of doubles is not. */
  private static double angstrom(double metres) {
    return BigDecimal.valueOf(metres).movePointRight(10).doubleValue();
  }

  private static void reduction(OutputGroup entry, Azint1dEntry settings) {
    OutputGroup reduction = entry.group("reduction", "NXprocess");
    reduction.text("program", settings.program());
    reduction.text("version", settings.version());
    reduction.text("date", settings.date());
    reduction.text("reference", settings.reference());
    OutputGroup input = reduction.group("input", "NXparameters");
    new TreeMap<>(settings.parameters())
        .forEach((key, value) -> input.text(key.replace('/', '.'), value));
  }

  private Entry data(OutputGroup data, Azint1dEntry settings) throws IOException {
    AxisKind kind = settings.axis().kind();
    data.attribute("signal", "I");
    data.attribute("axes", List.of("frame", "radial_axis"));
    int points = settings.axis().points();
    OutputDataset radial =
        data.numbers("radial_axis", new long[] {points}, settings.axis().values(), kind.unit());
    radial.attribute("long_name", kind.label());
    ChunkedOutput intensity = spectra(data, "I", points);
    intensity.attribute("units", "arbitrary units");
    intensity.attribute("long_name", "Intensity");
    ChunkedOutput frames =
        data.add(
            "frame",
            new ChunkedOutput(file, ElementFormat.INT64, new long[0], 1024, FrameCompression.NONE));
    frames.attribute("long_name", "Frame");
    return new Entry(
        settings,
        intensity,
        settings.sigma() ? spectra(data, "I_errors", points) : null,
        settings.baseline() ? spectra(data, "baseline", points) : null,
        frames);
  }

  private ChunkedOutput spectra(OutputGroup data, String name, int points) {
    return data.add(
        name,
        new ChunkedOutput(
            file, ElementFormat.FLOAT32, new long[] {points}, PER_CHUNK, FrameCompression.DEFLATE));
  }

  /**
   * Appends a spectrum to the entry.
   *
   * @param frame its number in the dataset
   * @throws IllegalArgumentException it lacks what the entry has, or is of another length
   */
  public void write(long frame, Spectrum spectrum) throws IOException {
    Entry entry = current;
    if (entry == null) {
      throw new IllegalStateException("no entry was started");
    }
    entry.intensity.add(floats(spectrum.intensity()));
    if (entry.sigma != null) {
      entry.sigma.add(floats(spectrum.sigma()));
    }
    if (entry.baseline != null) {
      entry.baseline.add(floats(spectrum.baseline()));
    }
    entry.frames.add(new Block().u8(frame).toBytes());
  }

  private static byte[] floats(float[] values) {
    byte[] bytes = new byte[4 * values.length];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
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
