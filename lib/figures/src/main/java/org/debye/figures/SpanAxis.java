package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/** An axis with room beyond its last value for labels, where no tick stands. */
final class SpanAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private final double last;

  SpanAxis(double last) {
    this.last = last;
  }

  @Override
  public List<?> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<?> ticks = super.refreshTicks(g2, state, area, edge);
    return ticks.stream()
        .filter(tick -> !(tick instanceof NumberTick number) || number.getValue() <= last)
        .toList();
  }
}
