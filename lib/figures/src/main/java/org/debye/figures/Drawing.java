package org.debye.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Something between the axes of a pane. */
@FunctionalInterface
interface Drawing {
  /** Draws, clipped to the pane. May leave paint and stroke changed. */
  void draw(Graphics2D g2, View view);

  /**
   * Where a pane stands.
   *
   * @param toPage from places on the axes to points of the page
   * @param area the data area in points of the page
   */
  record View(AffineTransform toPage, Rectangle2D area) {
    double x(double place) {
      return toPage.getScaleX() * place + toPage.getTranslateX();
    }

    double y(double place) {
      return toPage.getScaleY() * place + toPage.getTranslateY();
    }
  }
}
