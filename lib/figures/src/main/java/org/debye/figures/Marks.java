package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What panes are made of. All places are those of the axes, logarithms where an axis has them. */
final class Marks {
  private static final double HATCH_STEP = 6;
  private static final double NAME_GAP = 10;

  private Marks() {}

  /**
   * Small round dots as one path, which keeps an SVG small. Dots that are not finite are left out.
   *
   * @param size diameter in points of the page
   */
  static Drawing dots(double[] x, double[] y, double size, Color colour) {
    return (g2, view) -> {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
          path.moveTo(view.x(x[i]), view.y(y[i]));
          path.lineTo(view.x(x[i]), view.y(y[i]));
        }
      }
      g2.setPaint(colour);
      g2.setStroke(new BasicStroke((float) size, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g2.draw(path);
    };
  }

  /** Signs at few points. */
  static Drawing markers(double[] x, double[] y, Marker marker, double size, Color colour) {
    return (g2, view) -> {
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
          marker.draw(g2, view.x(x[i]), view.y(y[i]), size, colour);
        }
      }
    };
  }

  /**
   * A name beside each of few points, with a white rim, within the pane: above it, or where another
   * name or point is in the way below, right or left.
   */
  static Drawing names(double[] x, double[] y, List<String> names) {
    return (g2, view) -> {
      List<Rectangle2D> taken = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        taken.add(around(view.x(x[i]), view.y(y[i])));
      }
      for (int i = 0; i < names.size(); i++) {
        if (Double.isFinite(x[i] + y[i])) {
          name(g2, view.x(x[i]), view.y(y[i]), names.get(i), view.area(), taken);
        }
      }
    };
  }

  private static Rectangle2D around(double x, double y) {
    double half = NAME_GAP / 2;
    return new Rectangle2D.Double(x - half, y - half, NAME_GAP, NAME_GAP);
  }

  private static void name(
      Graphics2D g2, double x, double y, String name, Rectangle2D area, List<Rectangle2D> taken) {
    TextLayout text = new TextLayout(name, FigureStyle.NOTE, g2.getFontRenderContext());
    double width = text.getAdvance();
    double height = text.getAscent();
    double[][] feet = {
      {x - width / 2, y - NAME_GAP},
      {x - width / 2, y + NAME_GAP + height},
      {x + NAME_GAP, y + height / 2},
      {x - NAME_GAP - width, y + height / 2}
    };
    Rectangle2D best = box(feet[0], width, height, area);
    int fewest = Integer.MAX_VALUE;
    for (double[] foot : feet) {
      Rectangle2D box = box(foot, width, height, area);
      int met = (int) taken.stream().filter(box::intersects).count();
      if (met < fewest) {
        best = box;
        fewest = met;
      }
    }
    taken.add(best);
    Shape outline =
        text.getOutline(AffineTransform.getTranslateInstance(best.getMinX(), best.getMaxY()));
    g2.setPaint(Color.WHITE);
    g2.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g2.draw(outline);
    g2.setPaint(FigureStyle.INK);
    g2.fill(outline);
  }

  /** The box of a text that begins at a foot, moved into the area. */
  private static Rectangle2D box(double[] foot, double width, double height, Rectangle2D area) {
    double left = Math.min(Math.max(foot[0], area.getMinX() + 4), area.getMaxX() - width - 4);
    double top = Math.min(Math.max(foot[1] - height, area.getMinY() + 2), area.getMaxY() - height);
    return new Rectangle2D.Double(left, top, width, height);
  }

  /** A line, open or closed. */
  static Drawing line(Shape path, Color colour, Stroke stroke) {
    return (g2, view) -> {
      g2.setPaint(colour);
      g2.setStroke(stroke);
      g2.draw(view.toPage().createTransformedShape(path));
    };
  }

  /** A line with a white rim, seen over any crowd. */
  static Drawing rimmed(Shape path, Color colour, Stroke stroke) {
    return (g2, view) -> {
      Shape drawn = view.toPage().createTransformedShape(path);
      g2.setPaint(Color.WHITE);
      g2.setStroke(new BasicStroke(4.6f));
      g2.draw(drawn);
      g2.setPaint(colour);
      g2.setStroke(stroke);
      g2.draw(drawn);
    };
  }

  static Drawing fill(Shape path, Color colour) {
    return (g2, view) -> {
      g2.setPaint(colour);
      g2.fill(view.toPage().createTransformedShape(path));
    };
  }

  /** From edge to edge at a height. */
  static Drawing level(double y, Color colour, Stroke stroke) {
    return (g2, view) -> {
      g2.setPaint(colour);
      g2.setStroke(stroke);
      g2.draw(
          new Line2D.Double(view.area().getMinX(), view.y(y), view.area().getMaxX(), view.y(y)));
    };
  }

  /** From foot to top at a place. */
  static Drawing upright(double x, Color colour, Stroke stroke) {
    return (g2, view) -> {
      g2.setPaint(colour);
      g2.setStroke(stroke);
      g2.draw(
          new Line2D.Double(view.x(x), view.area().getMinY(), view.x(x), view.area().getMaxY()));
    };
  }

  /** Slanted lines on white: nothing is known there. */
  static Drawing hatch(Shape region) {
    return (g2, view) -> hatch(g2, view.toPage().createTransformedShape(region));
  }

  /** The same in points of the page. */
  static void hatch(Graphics2D g2, Shape drawn) {
    Rectangle2D box = drawn.getBounds2D();
    if (box.isEmpty()) {
      return;
    }
    g2.setPaint(Color.WHITE);
    g2.fill(drawn);
    Shape clip = g2.getClip();
    g2.clip(drawn);
    Path2D lines = new Path2D.Double();
    double last = box.getMaxX() + box.getMaxY();
    double first = Math.ceil((box.getMinX() + box.getMinY()) / HATCH_STEP) * HATCH_STEP;
    for (double sum = first; sum < last; sum += HATCH_STEP) {
      lines.moveTo(sum - box.getMaxY(), box.getMaxY());
      lines.lineTo(sum - box.getMinY(), box.getMinY());
    }
    g2.setPaint(FigureStyle.HATCH);
    g2.setStroke(FigureStyle.HAIR);
    g2.draw(lines);
    g2.setClip(clip);
  }

  /** Short bars at the foot of the pane, one for each place at most once in half a point. */
  static Drawing feet(double[] x, double height, Color colour) {
    return (g2, view) -> {
      double[] places = Arrays.stream(x).map(view::x).map(v -> Math.rint(2 * v) / 2).toArray();
      Path2D path = new Path2D.Double();
      for (double place : Arrays.stream(places).sorted().distinct().toArray()) {
        path.moveTo(place, view.area().getMaxY());
        path.lineTo(place, view.area().getMaxY() - height);
      }
      g2.setPaint(colour);
      g2.setStroke(FigureStyle.STRONG);
      g2.draw(path);
    };
  }

  /** Bars that stand on zero, as one path. */
  static Path2D bars(double low, double width, double[] heights) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < heights.length; i++) {
      path.append(new Rectangle2D.Double(low + i * width, 0, width, heights[i]), false);
    }
    return path;
  }

  /** Between two curves; runs that are not finite are left out. */
  static Path2D between(double[] x, double[] low, double[] high) {
    Path2D path = new Path2D.Double();
    int from = 0;
    while (from < x.length) {
      int to = from;
      while (to < x.length && Double.isFinite(x[to] + low[to] + high[to])) {
        to++;
      }
      if (to - from > 1) {
        path.moveTo(x[from], low[from]);
        for (int i = from + 1; i < to; i++) {
          path.lineTo(x[i], low[i]);
        }
        for (int i = to - 1; i >= from; i--) {
          path.lineTo(x[i], high[i]);
        }
        path.closePath();
      }
      from = to + 1;
    }
    return path;
  }
}
