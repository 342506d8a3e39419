package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A page as drawn, one pixel to the point, and where its panes stand. */
record DrawnPage(Page page, BufferedImage image) {
  static DrawnPage of(PageFigure figure) {
    Page page = figure.page();
    BufferedImage image =
        new BufferedImage(page.size().width, page.size().height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    page.draw(g2);
    g2.dispose();
    return new DrawnPage(page, image);
  }

  Rectangle2D area(int row, int column) {
    return page.grid().pane(row, column).drawn();
  }

  /** Colour at shares of a pane's width and height, from its lower left corner. */
  int rgb(int row, int column, double across, double up) {
    Rectangle2D area = area(row, column);
    return image.getRGB(
            (int) (area.getX() + across * area.getWidth()),
            (int) (area.getMaxY() - up * area.getHeight()))
        & 0xFFFFFF;
  }

  /** Pixels of a pane with exactly this colour. */
  int count(int row, int column, int rgb) {
    Rectangle2D area = area(row, column);
    int count = 0;
    for (int y = (int) area.getMinY(); y < area.getMaxY(); y++) {
      for (int x = (int) area.getMinX(); x < area.getMaxX(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == (rgb & 0xFFFFFF) ? 1 : 0;
      }
    }
    return count;
  }
}
