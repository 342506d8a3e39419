package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A colour bar's axis, on its right, over decimal logarithms, ticked at 1, 2 and 5 of each decade
 * or at 1 alone.
 */
final class DecadeAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final double DECADES_WITH_STEPS = 3.5;

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    int[] steps = getRange().getLength() > DECADES_WITH_STEPS ? new int[] {1} : new int[] {1, 2, 5};
    List<NumberTick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(getLowerBound()); decade <= getUpperBound(); decade++) {
      for (int step : steps) {
        double place = decade + Math.log10(step);
        if (getRange().contains(place)) {
          ticks.add(
              new NumberTick(
                  place, label(step, decade), TextAnchor.CENTER_LEFT, TextAnchor.CENTER, 0));
        }
      }
    }
    return ticks;
  }

  static String label(int step, int decade) {
    if (Math.abs(decade) > 4) {
      return step + "e" + decade;
    }
    return BigDecimal.valueOf(step, -decade).toPlainString();
  }
}
