package org.debye.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matrices of attention: in row i how much position i attends to each position, rows summing to
 * one. Over points of a spectrum, channels or frames: Figs 5.13 and 5.14 of Sun's thesis. Below a
 * single matrix, if wanted, a spectrum or whatever else the positions are of.
 *
 * @param asking the rows' positions, rising, evenly apart, as {@code Frame}; the first at the top
 * @param asked the columns' positions, likewise
 * @param scale how attention becomes colour
 * @param matrices one, or one for each head, under one colour scale
 * @param below over the columns' axis; only with a single matrix
 */
public record AttentionMap(
    String title,
    ScaledAxis asking,
    ScaledAxis asked,
    ColourScale scale,
    List<Matrix> matrices,
    @Nullable Below below)
    implements PageFigure {

  /**
   * One matrix.
   *
   * @param name as {@code head 3}; empty for none
   * @param values row by row; not copied
   */
  public record Matrix(String name, double[] values) {}

  /**
   * What stands below.
   *
   * @param label of its upward axis
   * @param axis of its own points, within the columns' axis
   */
  public record Below(String label, ScaledAxis axis, List<AxisCurve> curves) {
    public Below {
      curves = List.copyOf(curves);
      AxisCurve.requirePoints(curves, axis.points());
    }
  }

  public AttentionMap {
    matrices = List.copyOf(matrices);
    asking.requireRising();
    asked.requireRising();
    int cells = asking.points() * asked.points();
    if (matrices.isEmpty() || cells == 0 || (below != null && matrices.size() > 1)) {
      throw new IllegalArgumentException(
          "%d matrices of %d x %d positions%s"
              .formatted(
                  matrices.size(),
                  asking.points(),
                  asked.points(),
                  below == null ? "" : " above one picture"));
    }
    for (Matrix matrix : matrices) {
      if (matrix.values().length != cells) {
        throw new IllegalArgumentException(
            "%s has %d values for %d x %d positions"
                .formatted(matrix.name(), matrix.values().length, asking.points(), asked.points()));
      }
    }
  }

  @Override
  public Page page() {
    return AttentionPage.of(this);
  }
}
