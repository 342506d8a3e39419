package org.debye.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * A line of a legend.
 *
 * @param text what it is
 * @param sign how it looks, within {@link #WIDTH} points
 */
record LegendEntry(String text, Sign sign) {
  static final double WIDTH = 30;

  /** Draws a sample. */
  @FunctionalInterface
  interface Sign {
    /** Around the left end of a middle line. */
    void draw(Graphics2D g2, double left, double middle);
  }

  LegendEntry {
    text = FigureStyle.text(text);
  }

  static LegendEntry line(String text, Color colour, Stroke stroke) {
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          g2.setPaint(colour);
          g2.setStroke(stroke);
          g2.draw(new Line2D.Double(left, middle, left + WIDTH, middle));
        });
  }

  static LegendEntry marker(String text, Marker marker, double size, Color colour) {
    return new LegendEntry(
        text, (g2, left, middle) -> marker.draw(g2, left + WIDTH / 2, middle, size, colour));
  }

  /** A sign on its line. */
  LegendEntry on(Color colour, Stroke stroke) {
    Sign over = sign;
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          line("", colour, stroke).sign().draw(g2, left, middle);
          over.draw(g2, left, middle);
        });
  }

  /** A few dots as they lie in a cloud. */
  static LegendEntry dots(String text, double size, Color colour) {
    double[][] places = {{6, -3}, {11, 3}, {16, -1}, {21, 4}, {24, -4}};
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          g2.setPaint(colour);
          for (double[] place : places) {
            g2.fill(
                new Ellipse2D.Double(
                    left + place[0] - size / 2, middle + place[1] - size / 2, size, size));
          }
        });
  }

  /** Bars at the foot of a pane. */
  static LegendEntry feet(String text, Color colour) {
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          g2.setPaint(colour);
          g2.setStroke(FigureStyle.STRONG);
          for (double place : new double[] {9, 15, 18}) {
            g2.draw(new Line2D.Double(left + place, middle + 5, left + place, middle - 3));
          }
        });
  }

  static LegendEntry ellipse(String text, Color colour, Stroke stroke) {
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          g2.setPaint(colour);
          g2.setStroke(stroke);
          g2.draw(new Ellipse2D.Double(left + 3, middle - 6, WIDTH - 6, 12));
        });
  }

  static LegendEntry patch(String text, Color colour) {
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          g2.setPaint(colour);
          g2.fill(new Rectangle2D.Double(left, middle - 6, WIDTH, 12));
        });
  }

  static LegendEntry hatch(String text) {
    return new LegendEntry(
        text,
        (g2, left, middle) -> {
          Rectangle2D box = new Rectangle2D.Double(left, middle - 6, WIDTH, 12);
          Marks.hatch(g2, box);
          g2.setPaint(FigureStyle.HATCH);
          g2.draw(box);
        });
  }
}
