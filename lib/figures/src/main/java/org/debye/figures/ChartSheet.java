package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;

/** One chart on a sheet of the usual size. */
record ChartSheet(JFreeChart chart) implements Sheet {
  @Override
  public Dimension size() {
    return new Dimension(FigureStyle.WIDTH, FigureStyle.HEIGHT);
  }

  @Override
  public void draw(Graphics2D g2) {
    chart.draw(g2, new Rectangle2D.Double(0, 0, FigureStyle.WIDTH, FigureStyle.HEIGHT));
  }
}
