package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * An image laid exactly over a rectangle of data coordinates, to fractions of a pixel, its first
 * row at the top of the page whichever way the axis runs.
 */
final class CellImage extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final int SHARP = 500;

  private final transient BufferedImage image;
  private final transient Rectangle2D place;

  CellImage(BufferedImage image, Rectangle2D place) {
    this.image = image;
    this.place = place;
  }

  /** Each pixel as a square of pixels, where few are to fill a pane: an SVG's reader blurs them. */
  static BufferedImage magnified(BufferedImage image) {
    int times = Math.max(1, SHARP / Math.max(image.getWidth(), image.getHeight()));
    int width = image.getWidth() * times;
    int height = image.getHeight() * times;
    BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        large.setRGB(x, y, image.getRGB(x / times, y / times));
      }
    }
    return large;
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
    var bottom = plot.getDomainAxisEdge();
    var side = plot.getRangeAxisEdge();
    double left = across.valueToJava2D(place.getMinX(), area, bottom);
    double right = across.valueToJava2D(place.getMaxX(), area, bottom);
    double low = up.valueToJava2D(place.getMinY(), area, side);
    double high = up.valueToJava2D(place.getMaxY(), area, side);
    double base = Math.max(low, high);
    double top = Math.min(low, high);
    AffineTransform fit = AffineTransform.getTranslateInstance(left, top);
    fit.scale((right - left) / image.getWidth(), (base - top) / image.getHeight());
    g2.drawImage(image, fit, null);
  }
}
