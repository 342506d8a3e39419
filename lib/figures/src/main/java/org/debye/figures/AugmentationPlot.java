package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * A spectrum and what augmentations make of it, a panel for each and for their compositions: Figs
 * 6.4, 7.1 and 7.11 of Sun's thesis. The spectrum is a broad light line, the augmented one a thin
 * dark line over it; panels stand in two columns where there are more than three.
 *
 * @param spectrum before, as many values as the axis has; not copied
 * @param augmented at least one, each named by what was done; on the same axis, as a network gets
 *     them
 */
public record AugmentationPlot(
    String title, SpectralAxis axis, double[] spectrum, List<AxisCurve> augmented)
    implements PageFigure {

  public AugmentationPlot {
    augmented = List.copyOf(augmented);
    if (augmented.isEmpty()) {
      throw new IllegalArgumentException("no augmentation to show");
    }
    AxisCurve.requirePoints(List.of(new AxisCurve("the spectrum", spectrum)), axis.points());
    AxisCurve.requirePoints(augmented, axis.points());
  }

  @Override
  public Page page() {
    return AugmentationPage.of(this);
  }
}
