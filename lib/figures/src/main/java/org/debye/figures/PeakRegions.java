package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * Spectra, and below each which points are in a peak and which are predicted to be: Fig. 6.12 of
 * Sun's thesis.
 *
 * @param axis of all spectra
 * @param panels one above the other
 */
public record PeakRegions(String title, SpectralAxis axis, List<Panel> panels)
    implements PageFigure {

  /**
   * One spectrum.
   *
   * @param name above it
   * @param intensity point by point
   * @param truth whether a point is in a peak
   * @param predicted whether it is predicted to be
   */
  public record Panel(String name, double[] intensity, boolean[] truth, boolean[] predicted) {}

  public PeakRegions {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no spectrum to show");
    }
    for (Panel panel : panels) {
      if (panel.intensity().length != axis.points()
          || panel.truth().length != axis.points()
          || panel.predicted().length != axis.points()) {
        throw new IllegalArgumentException(
            panel.name() + " has not the " + axis.points() + " points of the axis");
      }
    }
  }

  @Override
  public Page page() {
    return PeakRegionsPage.of(this);
  }
}
