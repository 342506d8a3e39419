package org.debye.jobs.train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.debye.jobs.CommandRun;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.DataFile;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetStatus;
import org.debye.spark.table.Journal;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelsFile;
import org.debye.spark.table.PeaksFile;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.peak.SpectralPeak;

/**
 * Short ramps in a catalogue, and their labels: a peak jumps where the class changes, another
 * drifts, and there is noise.
 */
public final class SmallRamps {
  public static final int FRAMES = 30;
  public static final int POINTS = 128;

  /** Settings with which a network learns them in seconds. */
  private static final List<String> QUICK =
      List.of("epochs=8", "batch=16", "optimiser.rate=0.005", "figures=false");

  private final String location;
  private final Map<String, SpectralAxis> axes = new TreeMap<>();
  private final List<SpectrumRow> spectra = new ArrayList<>();
  private final List<LabelRow> labels = new ArrayList<>();
  private final List<PeaksRow> peaks = new ArrayList<>();

  private SmallRamps(Path folder) {
    this.location = Catalogue.at(folder.toString(), new Configuration()).location();
  }

  /** Three labelled ramps, D1, D2, D3, whose classes change behind 12, 15 and 18 frames. */
  public static Catalogue write(Path folder) throws IOException {
    return at(folder).ramp("D1", 12).ramp("D2", 15).ramp("D3", 18).write();
  }

  /** None yet. */
  public static SmallRamps at(Path folder) {
    embedded();
    return new SmallRamps(folder);
  }

  /** The Spark of this JVM has two cores, and one for each task. */
  public static void embedded() {
    System.setProperty("spark.master", "local[2]");
    System.setProperty("spark.task.cpus", "1");
  }

  /** The job {@code train} on a catalogue, with quick settings where the words have no others. */
  public static CommandRun train(Catalogue catalogue, String... words) {
    return CommandRun.of(words(catalogue, words).toArray(String[]::new));
  }

  static List<String> words(Catalogue catalogue, String... words) {
    List<String> all = new ArrayList<>(List.of("train", "catalogue=" + catalogue.location()));
    for (String quick : QUICK) {
      String key = quick.substring(0, quick.indexOf('=') + 1);
      if (Arrays.stream(words).noneMatch(word -> word.startsWith(key))) {
        all.add(quick);
      }
    }
    all.addAll(List.of(words));
    return all;
  }

  /** Equally spaced, from a place on. */
  public static SpectralAxis axis(double from, int points) {
    double[] values = new double[points];
    Arrays.setAll(values, i -> from + 0.1 * i);
    return new SpectralAxis(AxisKind.TWO_THETA_DEG, values);
  }

  /** A ramp whose frames are {@code before} and, from {@code change} on, {@code after}. */
  public SmallRamps ramp(String name, int change) {
    return ramp(name, axis(5, POINTS), change, f -> f < change ? "before" : "after");
  }

  /**
   * A ramp.
   *
   * @param change frame at which the peak jumps
   * @param label of a frame; none where it is empty
   */
  public SmallRamps ramp(
      String name, SpectralAxis axis, int change, Function<Integer, String> label) {
    axes.put(name, axis);
    RandomStream noise = RandomStreams.of(7).at(name);
    for (int f = 0; f < FRAMES; f++) {
      float[] intensity = new float[axis.points()];
      for (int i = 0; i < intensity.length; i++) {
        double drifts = (i - 30 - 0.2 * f) / 3;
        double jumps = (i - (f < change ? 64 : 90)) / 3.0;
        double peaks = Math.exp(-drifts * drifts) + 0.8 * Math.exp(-jumps * jumps);
        intensity[i] = (float) (100 * peaks + 10 + 4 * noise.nextGaussian());
      }
      add(name, f, intensity);
      peaks(name, axis, f, f < change ? 64 : 90);
      if (!label.apply(f).isEmpty()) {
        label(name, f, label.apply(f));
      }
    }
    return this;
  }

  /** exp(-(i - m)^2 / 9) is 2 sqrt(9 ln 2) points wide. */
  private void peaks(String name, SpectralAxis axis, int frame, int jumps) {
    double step = axis.values()[1] - axis.values()[0];
    double fwhm = 2 * Math.sqrt(9 * Math.log(2)) * step;
    double first = axis.values()[0];
    peaks.add(
        new PeaksRow(
            name,
            frame,
            List.of(
                new SpectralPeak("p", "drifts", first + step * (30 + 0.2 * frame), fwhm, 100),
                new SpectralPeak("p", "jumps", first + step * jumps, fwhm, 80)),
            LabelRow.IMPORTED,
            "run"));
  }

  /** A label of a frame, which may not be there. */
  public SmallRamps label(String name, int frame, String className) {
    int number = List.of("before", "during", "after").indexOf(className);
    labels.add(
        new LabelRow(
            name, frame, null, number, className, null, Map.of(), LabelRow.IMPORTED, "run"));
    return this;
  }

  /** Pressure of a frame, which neither rises nor falls with it; each another one. */
  static double pressure(int frame) {
    return 7 * frame % FRAMES;
  }

  /** Puts a value into a spectrum that is there. */
  public SmallRamps spoil(String name, int frame, int point, float value) {
    for (SpectrumRow row : spectra) {
      if (row.datasetId().equals(name) && row.frame() == frame) {
        row.spectrum().intensity()[point] = value;
      }
    }
    return this;
  }

  private void add(String name, int frame, float[] intensity) {
    spectra.add(
        new SpectrumRow(
            name,
            frame,
            null,
            Double.NaN,
            Double.NaN,
            Map.of("pressure_GPa", pressure(frame)),
            Objects.requireNonNull(axes.get(name)).id(),
            new Spectrum(intensity, Spectrum.NONE, Spectrum.NONE),
            "run"));
  }

  /** Writes them as one batch. */
  public Catalogue write() throws IOException {
    Catalogue catalogue = Catalogue.at(location, new Configuration());
    List<DataFile> spectraFiles;
    List<DataFile> labelFiles = List.of();
    List<DataFile> peakFiles;
    try (PeaksFile file = PeaksFile.open(new Configuration(), location)) {
      for (PeaksRow row : peaks) {
        file.write(row);
      }
      peakFiles = List.of(file.finish());
    }
    try (SpectraFile file = SpectraFile.open(new Configuration(), location)) {
      for (SpectrumRow row : spectra) {
        file.write(row);
      }
      spectraFiles = List.of(file.finish());
    }
    if (!labels.isEmpty()) {
      try (LabelsFile file = LabelsFile.open(new Configuration(), location)) {
        for (LabelRow row : labels) {
          file.write(row);
        }
        labelFiles = List.of(file.finish());
      }
    }
    List<String> names = List.copyOf(axes.keySet());
    try (CatalogueLock lock = catalogue.lock("test")) {
      new BatchCommit(DebyeSession.open("test"), catalogue, lock)
          .commit(
              new Journal.Batch("run", 0, names),
              List.of(),
              spectraFiles,
              new BatchCommit.Truth(labelFiles, peakFiles),
              axes.values(),
              names.stream().map(this::dataset).toList());
    }
    return catalogue;
  }

  private DatasetRow dataset(String name) {
    return new DatasetRow(
        name,
        name,
        List.of(),
        "print",
        DatasetRow.Facts.unknown("config").withAxis(Objects.requireNonNull(axes.get(name)).id()),
        DatasetStatus.REDUCED,
        FRAMES,
        FRAMES,
        null,
        Instant.EPOCH,
        "run");
  }
}
