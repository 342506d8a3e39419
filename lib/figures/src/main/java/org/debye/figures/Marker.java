package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Signs for single points, told apart without colour, with a white rim over what lies below. */
enum Marker {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  INVERTED,
  /** Two strokes, for what must not hide what it stands on. */
  CROSS,
  /** As the cross. */
  PLUS;

  private static final Stroke RIM = new BasicStroke(1.4f);
  private static final Stroke BAR = new BasicStroke(2.2f);
  private static final Stroke BAR_RIM = new BasicStroke(4.4f);

  /** About the origin, about one wide. */
  private Shape unit() {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
      case SQUARE -> new Rectangle2D.Double(-0.45, -0.45, 0.9, 0.9);
      case TRIANGLE -> polygon(0, -0.6, 0.56, 0.42, -0.56, 0.42);
      case DIAMOND -> polygon(0, -0.64, 0.64, 0, 0, 0.64, -0.64, 0);
      case INVERTED -> polygon(0, 0.6, 0.56, -0.42, -0.56, -0.42);
      case CROSS -> strokes(-0.45, -0.45, 0.45, 0.45, -0.45, 0.45, 0.45, -0.45);
      case PLUS -> strokes(-0.55, 0, 0.55, 0, 0, -0.55, 0, 0.55);
    };
  }

  /** Centred at a point of the page, so many points wide. */
  void draw(Graphics2D g2, double x, double y, double size, Color colour) {
    drawRim(g2, x, y, size);
    drawBody(g2, x, y, size, colour);
  }

  /** The rim alone: of signs that overlap, all rims first leave every body to be seen. */
  void drawRim(Graphics2D g2, double x, double y, double size) {
    g2.setPaint(Color.WHITE);
    g2.setStroke(isBars() ? BAR_RIM : RIM);
    g2.draw(placed(x, y, size));
  }

  /** What is within the rim. */
  void drawBody(Graphics2D g2, double x, double y, double size, Color colour) {
    Shape shape = placed(x, y, size);
    g2.setPaint(colour);
    if (isBars()) {
      g2.setStroke(BAR);
      g2.draw(shape);
    } else {
      g2.fill(shape);
    }
  }

  private boolean isBars() {
    return this == CROSS || this == PLUS;
  }

  private Shape placed(double x, double y, double size) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    return place.createTransformedShape(unit());
  }

  private static Path2D polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Path2D strokes(double... ends) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < ends.length; i += 4) {
      path.moveTo(ends[i], ends[i + 1]);
      path.lineTo(ends[i + 2], ends[i + 3]);
    }
    return path;
  }
}
