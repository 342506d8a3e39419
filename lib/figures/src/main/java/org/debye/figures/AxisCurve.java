package org.debye.figures;

import java.util.List;

/**
 * A curve over a picture's axis.
 *
 * @param name for the legend, as {@code frame 0, before}
 * @param values as many as the axis has points, NaN where there is none; not copied
 */
public record AxisCurve(String name, double[] values) {
  static void requirePoints(List<AxisCurve> curves, int points) {
    for (AxisCurve curve : curves) {
      if (curve.values().length != points) {
        throw new IllegalArgumentException(
            "%s has %d points, the axis has %d"
                .formatted(curve.name(), curve.values().length, points));
      }
    }
  }
}
