package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * How a class's score changes with each point's intensity, a panel for each class, model or
 * spectrum, filled from zero, and below them the spectra that it is about: Fig. 5.11 of Sun's
 * thesis.
 *
 * @param panels from the top, at least one
 * @param scale of the panels: common for the classes of one model, their own for models
 * @param spectra drawn below; none to leave it out
 */
public record ImportancePlot(
    String title, SpectralAxis axis, List<AxisCurve> panels, Scale scale, List<AxisCurve> spectra)
    implements PageFigure {

  /** How far panels' upward axes reach. */
  public enum Scale {
    /** All alike. */
    COMMON,
    /** Each as far as it needs. */
    OWN
  }

  public ImportancePlot {
    panels = List.copyOf(panels);
    spectra = List.copyOf(spectra);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no importance to show");
    }
    AxisCurve.requirePoints(panels, axis.points());
    AxisCurve.requirePoints(spectra, axis.points());
  }

  @Override
  public Page page() {
    return ImportancePage.of(this);
  }
}
