package org.debye.jobs.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.figures.Figure;
import org.debye.figures.PeakRegions;
import org.debye.figures.PeakTracks;
import org.debye.jobs.value.DistinctNames;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.probe.PeakAnswers;

/**
 * Pictures of what is predicted of each dataset: Figs 6.11 (b) and 6.12 of Sun's thesis.
 *
 * @param asked frames that are answered for
 * @param answer read off the encoder
 * @param spectra of the frames, prepared
 * @param encoder its name
 */
record ProbeFigures(
    ProbedFrames asked, PeakAnswers answer, SpectrumSource spectra, String encoder) {
  private static final int SHOWN = 3;

  /** By file name. */
  Map<String, Figure> all() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    DistinctNames files = new DistinctNames();
    for (int d = 0; d < asked.datasets().size(); d++) {
      String file = files.of(asked.datasets().get(d).name());
      figures.put("positions-" + file, tracks(d));
      figures.put("regions-" + file, regions(d));
    }
    return figures;
  }

  private PeakTracks tracks(int dataset) {
    List<double[]> truth = new ArrayList<>();
    List<double[]> predicted = new ArrayList<>();
    for (int f = asked.first(dataset); f < asked.first(dataset + 1); f++) {
      truth.add(asked.truth().positions(f));
      int number = Math.min(answer.numbers()[f], answer.positions()[f].length);
      predicted.add(Arrays.copyOf(answer.positions()[f], number));
    }
    return new PeakTracks(
        title(dataset, "positions of peaks"),
        asked.axis().kind().label(),
        asked.frames().get(dataset).frames(),
        truth,
        predicted);
  }

  /** The first frame, the last, and one in the middle. */
  private PeakRegions regions(int dataset) {
    long[] frames = asked.frames().get(dataset).frames();
    List<PeakRegions.Panel> panels = new ArrayList<>();
    int before = -1;
    for (int i = 0; i < SHOWN; i++) {
      int place = (frames.length - 1) * i / (SHOWN - 1);
      if (place > before) {
        panels.add(panel(asked.first(dataset) + place, frames[place]));
        before = place;
      }
    }
    return new PeakRegions(title(dataset, "regions of peaks"), asked.axis(), panels);
  }

  private PeakRegions.Panel panel(int record, long frame) {
    float[] values = new float[spectra.points()];
    spectra.read(record, values, 0);
    double[] intensity = new double[values.length];
    Arrays.setAll(intensity, i -> values[i]);
    return new PeakRegions.Panel(
        "frame " + frame, intensity, asked.truth().region(record), answer.regions()[record]);
  }

  private String title(int dataset, String what) {
    return asked.datasets().get(dataset).name() + ", " + what + " read off " + encoder;
  }
}
