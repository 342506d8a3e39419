package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** A picture that is one chart. */
public sealed interface ChartFigure extends Figure permits FrameMap, Waterfall, SpectrumFigure {
  /** The chart in Debye's style. */
  JFreeChart chart();

  @Override
  default Dimension size() {
    return new Dimension(FigureStyle.WIDTH, FigureStyle.HEIGHT);
  }

  @Override
  default void draw(Graphics2D g2) {
    chart().draw(g2, new Rectangle2D.Double(0, 0, FigureStyle.WIDTH, FigureStyle.HEIGHT));
  }
}
