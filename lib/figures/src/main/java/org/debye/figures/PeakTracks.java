package org.debye.figures;

import java.util.List;

/**
 * Where peaks stand from frame to frame, beside where they are predicted to stand: Fig. 6.11 (b) of
 * Sun's thesis.
 *
 * @param axis name of what positions are on, with the unit
 * @param frames numbers of the frames, rising
 * @param truth positions of each frame's peaks, any number
 * @param predicted positions that are predicted of each frame, any number
 */
public record PeakTracks(
    String title, String axis, long[] frames, List<double[]> truth, List<double[]> predicted)
    implements PageFigure {
  public PeakTracks {
    truth = List.copyOf(truth);
    predicted = List.copyOf(predicted);
    if (frames.length == 0 || truth.size() != frames.length || predicted.size() != frames.length) {
      throw new IllegalArgumentException(
          "peaks of %d and predictions of %d frames, of %d"
              .formatted(truth.size(), predicted.size(), frames.length));
    }
  }

  @Override
  public Page page() {
    return PeakTracksPage.of(this);
  }
}
