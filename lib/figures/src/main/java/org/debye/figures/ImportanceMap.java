package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * A series of spectra as a map, below it the importance of each point of each of them, the sum over
 * the frames, and spectra of the classes: Fig. 5.15 of Sun's thesis.
 *
 * @param intensity of the frames
 * @param importance of the same frames on the same axis
 * @param sum of the importance over the frames, as long as the axis
 * @param spectra such as the first and the last; none to leave them out
 */
public record ImportanceMap(
    String title, FrameGrid intensity, FrameGrid importance, double[] sum, List<AxisCurve> spectra)
    implements PageFigure {
  public ImportanceMap {
    spectra = List.copyOf(spectra);
    SpectralAxis axis = intensity.axis();
    if (importance.frames() != intensity.frames() || !importance.axis().id().equals(axis.id())) {
      throw new IllegalArgumentException(
          "importance of %d frames on the axis %s, spectra of %d on %s"
              .formatted(
                  importance.frames(), importance.axis().id(), intensity.frames(), axis.id()));
    }
    if (sum.length != axis.points()) {
      throw new IllegalArgumentException(
          "a sum of %d points on an axis of %d".formatted(sum.length, axis.points()));
    }
    AxisCurve.requirePoints(spectra, axis.points());
  }

  @Override
  public Page page() {
    return ImportanceMapPage.of(this);
  }
}
