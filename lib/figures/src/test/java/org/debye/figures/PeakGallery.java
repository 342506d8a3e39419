package org.debye.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.spectra.SpectralAxis;

/** The pictures of peaks. */
final class PeakGallery {
  static final int FRAMES = 40;

  private PeakGallery() {}

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("peak-tracks", tracks());
    all.put("peak-regions", regions());
    return all;
  }

  /** The second line is there from frame 20 on; predictions are a little off. */
  static PeakTracks tracks() {
    List<double[]> truth = new ArrayList<>();
    List<double[]> predicted = new ArrayList<>();
    for (int f = 0; f < FRAMES; f++) {
      double[] places = f < 20 ? new double[] {12.5} : new double[] {12.5, 16 + 0.05 * f};
      truth.add(places);
      double off = 0.2 * Math.sin(f / 3.0);
      predicted.add(Arrays.stream(places).map(place -> place + off).toArray());
    }
    long[] frames = new long[FRAMES];
    Arrays.setAll(frames, f -> f);
    return new PeakTracks(
        "D5, positions of peaks read off supervised-contrast",
        "Scattering angle 2θ (deg)",
        frames,
        truth,
        predicted);
  }

  static PeakRegions regions() {
    SpectralAxis axis = Sketch.axis(500);
    List<PeakRegions.Panel> panels = new ArrayList<>();
    for (int frame : new int[] {0, 6, 11}) {
      float[] line = Sketch.intensity(axis, frame, 12);
      double[] values = new double[line.length];
      Arrays.setAll(values, i -> line[i]);
      boolean[] truth = new boolean[values.length];
      boolean[] predicted = new boolean[values.length];
      for (int i = 0; i < truth.length; i++) {
        double place = axis.values()[i];
        truth[i] = Math.abs(place - 12.5) < 0.15 || Math.abs(place - 16 - 2.0 * frame / 12) < 0.15;
        predicted[i] = Math.abs(place - 12.55) < 0.2;
      }
      panels.add(new PeakRegions.Panel("frame " + frame, values, truth, predicted));
    }
    return new PeakRegions("D5, regions of peaks read off supervised-contrast", axis, panels);
  }
}
