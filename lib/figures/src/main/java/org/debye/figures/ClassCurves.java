package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * Spectra of a series stacked with an even offset, the first at the bottom, each labelled at its
 * right end and drawn in the colour of its class: an overview, or the frames around a boundary.
 *
 * @param heading what the labels are, as {@code Frame}
 * @param classes their names
 * @param curves one to {@link Waterfall#MOST}
 */
public record ClassCurves(
    String title, SpectralAxis axis, String heading, List<String> classes, List<Curve> curves)
    implements PageFigure {

  /**
   * One spectrum.
   *
   * @param intensity as long as the axis, NaN where there is none; not copied
   * @param group place of its class among the names
   */
  public record Curve(String label, double[] intensity, int group) {}

  public ClassCurves {
    classes = List.copyOf(classes);
    curves = List.copyOf(curves);
    if (curves.isEmpty() || curves.size() > Waterfall.MOST) {
      throw new IllegalArgumentException(
          "a stack shows 1 to " + Waterfall.MOST + " curves, got " + curves.size());
    }
    for (Curve curve : curves) {
      if (curve.intensity().length != axis.points()
          || curve.group() < 0
          || curve.group() >= classes.size()) {
        throw new IllegalArgumentException(
            "curve %s has %d points of class %d, the axis has %d and there are %d classes"
                .formatted(
                    curve.label(),
                    curve.intensity().length,
                    curve.group(),
                    axis.points(),
                    classes.size()));
      }
    }
  }

  @Override
  public Page page() {
    return ClassCurvesPage.of(this);
  }
}
