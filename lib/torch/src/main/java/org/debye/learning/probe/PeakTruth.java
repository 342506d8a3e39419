package org.debye.learning.probe;

import java.util.Arrays;
import java.util.List;
import org.debye.spectra.peak.SpectralPeak;
import org.debye.spectra.peak.VisiblePeaks;

/**
 * Peaks of frames as what is to be predicted.
 *
 * @param frames peaks of each frame, ascending by position
 * @param axis of their spectra, ascending
 */
public record PeakTruth(List<List<SpectralPeak>> frames, double[] axis) {
  public PeakTruth {
    frames = List.copyOf(frames);
  }

  /** Peaks of the frame that has most. */
  public int most() {
    return frames.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Peaks of each frame. */
  public int[] numbers() {
    return frames.stream().mapToInt(List::size).toArray();
  }

  /** Positions of a frame's peaks. */
  public double[] positions(int frame) {
    return frames.get(frame).stream().mapToDouble(SpectralPeak::position).toArray();
  }

  /** Points of the axis that lie within half the height of a peak of a frame. */
  public boolean[] region(int frame) {
    return VisiblePeaks.region(frames.get(frame), axis);
  }

  /**
   * Positions of all frames, the k-th peak's as the k-th number; none is asked for beyond a frame's
   * last peak, of which the thesis says nothing.
   *
   * @param most numbers of a frame, at least {@link #most}
   */
  public MeasuredTargets positionTargets(int most) {
    float[] values = new float[frames.size() * most];
    float[] known = new float[values.length];
    for (int f = 0; f < frames.size(); f++) {
      double[] own = positions(f);
      for (int k = 0; k < own.length; k++) {
        values[f * most + k] = (float) own[k];
        known[f * most + k] = 1;
      }
    }
    return new MeasuredTargets(most, values, known);
  }

  /** 1 for each point of a frame that is in a peak, 0 for each other one. */
  public MeasuredTargets regionTargets() {
    int points = axis.length;
    float[] values = new float[frames.size() * points];
    float[] known = new float[values.length];
    Arrays.fill(known, 1);
    for (int f = 0; f < frames.size(); f++) {
      boolean[] within = region(f);
      for (int p = 0; p < points; p++) {
        values[f * points + p] = within[p] ? 1 : 0;
      }
    }
    return new MeasuredTargets(points, values, known);
  }
}
