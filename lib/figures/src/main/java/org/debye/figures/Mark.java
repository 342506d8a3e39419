package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A {@link Drawing} as JFreeChart takes it. */
final class Mark extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;

  Mark(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis up,
      int rendererIndex,
      @Nullable PlotRenderingInfo info) {
    double scaleX = area.getWidth() / across.getRange().getLength();
    double scaleY = area.getHeight() / up.getRange().getLength();
    boolean down = up.isInverted();
    AffineTransform toPage =
        new AffineTransform(
            scaleX,
            0,
            0,
            down ? scaleY : -scaleY,
            area.getMinX() - scaleX * across.getLowerBound(),
            down
                ? area.getMinY() - scaleY * up.getLowerBound()
                : area.getMaxY() + scaleY * up.getLowerBound());
    drawing.draw(g2, new Drawing.View(toPage, area));
  }
}
