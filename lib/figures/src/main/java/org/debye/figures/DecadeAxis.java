package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis over decimal logarithms, ticked at 1, 2 and 5 of each decade, at 1 alone where there are
 * many, or at even steps where there is less than half a decade.
 */
final class DecadeAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final double DECADES_WITH_STEPS = 3.5;
  private static final double DECADES_OF_EVEN_STEPS = 0.5;
  private static final int MOST_TICKS = 8;

  /** In Debye's style. */
  static DecadeAxis labelled(String label) {
    DecadeAxis axis = new DecadeAxis();
    FigureStyle.dress(axis, label);
    return axis;
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        edge.equals(RectangleEdge.BOTTOM)
            ? TextAnchor.TOP_CENTER
            : edge.equals(RectangleEdge.LEFT) ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    List<NumberTick> ticks = new ArrayList<>();
    if (getRange().getLength() < DECADES_OF_EVEN_STEPS) {
      addEven(ticks, anchor);
    } else {
      addDecades(ticks, anchor);
    }
    return ticks;
  }

  private void addDecades(List<NumberTick> ticks, TextAnchor anchor) {
    int[] steps = getRange().getLength() > DECADES_WITH_STEPS ? new int[] {1} : new int[] {1, 2, 5};
    int every = Math.max(1, (int) Math.ceil(getRange().getLength() / MOST_TICKS));
    for (int decade = (int) Math.floor(getLowerBound()); decade <= getUpperBound(); decade++) {
      for (int step : steps) {
        double place = decade + Math.log10(step);
        if (getRange().contains(place) && Math.floorMod(decade, every) == 0) {
          ticks.add(new NumberTick(place, label(step, decade), anchor, TextAnchor.CENTER, 0));
        }
      }
    }
  }

  private void addEven(List<NumberTick> ticks, TextAnchor anchor) {
    double low = Math.pow(10, getLowerBound());
    double high = Math.pow(10, getUpperBound());
    double rough = (high - low) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    double step = power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      String text =
          BigDecimal.valueOf(i * step)
              .round(new MathContext(6))
              .stripTrailingZeros()
              .toPlainString();
      ticks.add(new NumberTick(Math.log10(i * step), text, anchor, TextAnchor.CENTER, 0));
    }
  }

  static String label(int step, int decade) {
    if (Math.abs(decade) > 4) {
      return step + "e" + decade;
    }
    return BigDecimal.valueOf(step, -decade).toPlainString();
  }
}
