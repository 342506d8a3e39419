package org.debye.figures;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

/** One pair of axes on a {@link Page} with what is drawn between them. */
final class Pane {
  /** How the axes share the room. */
  enum Aspect {
    /** Each axis fills its side. */
    FREE,
    /** A unit is as long across as upwards; the shorter range is widened. */
    EQUAL_UNITS,
    /** A unit is as long across as upwards; the area is narrowed. */
    SQUARE_CELLS
  }

  private static final double TITLE_HEIGHT = 21;
  private static final double NOTE_HEIGHT = 17;

  private final NumberAxis across;
  private final NumberAxis up;
  private final XYPlot plot;
  private final List<String> notes = new ArrayList<>();
  private String title = "";
  private Aspect aspect = Aspect.FREE;
  private Rectangle2D drawn = new Rectangle2D.Double();

  Pane(NumberAxis across, NumberAxis up) {
    this.across = across;
    this.up = up;
    // no series: everything is an annotation
    plot = new XYPlot(new XYSeriesCollection(), across, up, new XYLineAndShapeRenderer());
    FigureStyle.dress(plot);
    // room between numbers, so that they are few
    across.setTickLabelInsets(new RectangleInsets(2, 8, 2, 8));
    up.setTickLabelInsets(new RectangleInsets(4, 4, 4, 4));
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
  }

  Pane titled(String text) {
    title = FigureStyle.text(text);
    return this;
  }

  /** A smaller line between title and axes. */
  Pane noted(String text) {
    notes.add(FigureStyle.text(text));
    return this;
  }

  Pane aspect(Aspect wanted) {
    aspect = wanted;
    return this;
  }

  Pane withoutGrid() {
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    return this;
  }

  /** Gridlines for the values that are read off, upwards, alone. */
  Pane withoutUprights() {
    plot.setDomainGridlinesVisible(false);
    return this;
  }

  /** Over all that was added before. */
  Pane add(Drawing drawing) {
    plot.addAnnotation(new Mark(drawing));
    return this;
  }

  Pane add(CellImage image) {
    plot.addAnnotation(image);
    return this;
  }

  NumberAxis across() {
    return across;
  }

  NumberAxis up() {
    return up;
  }

  XYPlot plot() {
    return plot;
  }

  /** Where the data were drawn last, in points of the page. */
  Rectangle2D drawn() {
    return drawn;
  }

  /** Height of title and notes. */
  double header() {
    return (title.isEmpty() ? 0 : TITLE_HEIGHT) + NOTE_HEIGHT * notes.size();
  }

  /** Room that the axes need beside a data area of about this size. */
  AxisSpace axisSpace(Graphics2D g2, Rectangle2D about) {
    AxisSpace space = across.reserveSpace(g2, plot, about, RectangleEdge.BOTTOM, new AxisSpace());
    return up.reserveSpace(
        g2, plot, about, plot.getRangeAxisEdge(), space == null ? new AxisSpace() : space);
  }

  /** Fills a data area of whole points; axes and header lie outside of it. */
  void draw(Graphics2D g2, Rectangle2D room, AxisSpace space) {
    Rectangle2D area = fit(room);
    drawn = area;
    fitLabel(g2, across, area.getWidth() + 14);
    fitLabel(g2, up, area.getHeight() + 20);
    plot.setFixedDomainAxisSpace(space);
    plot.setFixedRangeAxisSpace(space);
    plot.draw(g2, space.expand(area, null), null, null, null);
    double base = area.getY() - 6;
    g2.setPaint(FigureStyle.INK);
    for (int i = notes.size() - 1; i >= 0; i--) {
      centred(g2, notes.get(i), FigureStyle.NOTE, area, base);
      base -= NOTE_HEIGHT;
    }
    centred(g2, title, FigureStyle.PANE_TITLE, area, base);
  }

  /** A label that is too long for its side is written smaller, and at last loses its middle. */
  private static void fitLabel(Graphics2D g2, NumberAxis axis, double length) {
    String label = axis.getLabel();
    if (label == null) {
      return;
    }
    for (Font font : FigureStyle.LABELS) {
      axis.setLabelFont(font);
      if (g2.getFontMetrics(font).stringWidth(label) <= length) {
        return;
      }
    }
    int sign = g2.getFontMetrics(FigureStyle.SMALL).charWidth('n');
    axis.setLabel(FigureStyle.shortened(label, (int) Math.max(7, length / sign)));
  }

  /** Over a pane and little more, smaller and at last without its middle where it is too long. */
  private static void centred(
      Graphics2D g2, String text, Font usual, Rectangle2D area, double base) {
    double room = area.getWidth() + 28;
    Font font = usual;
    while (font.getSize() > FigureStyle.SMALL.getSize()
        && g2.getFontMetrics(font).stringWidth(text) > room) {
      font = font.deriveFont(font.getSize2D() - 1);
    }
    String shown = text;
    FontMetrics metrics = g2.getFontMetrics(font);
    for (int signs = text.length(); metrics.stringWidth(shown) > room && signs > 7; signs--) {
      shown = FigureStyle.shortened(text, signs);
    }
    if (!shown.isEmpty()) {
      g2.setFont(font);
      g2.drawString(
          shown, (float) (area.getCenterX() - metrics.stringWidth(shown) / 2.0), (float) base);
    }
  }

  private Rectangle2D fit(Rectangle2D room) {
    double perX = room.getWidth() / across.getRange().getLength();
    double perY = room.getHeight() / up.getRange().getLength();
    if (aspect == Aspect.EQUAL_UNITS) {
      double unit = Math.min(perX, perY);
      across.setRange(widened(across.getRange(), room.getWidth() / unit));
      up.setRange(widened(up.getRange(), room.getHeight() / unit));
    }
    if (aspect != Aspect.SQUARE_CELLS) {
      return room;
    }
    double unit = Math.min(perX, perY);
    double width = Math.max(4, Math.rint(unit * across.getRange().getLength()));
    double height = Math.max(4, Math.rint(unit * up.getRange().getLength()));
    double left = Math.rint(room.getCenterX() - width / 2);
    return new Rectangle2D.Double(left, room.getY(), width, height);
  }

  private static Range widened(Range range, double length) {
    double centre = range.getCentralValue();
    return new Range(centre - length / 2, centre + length / 2);
  }
}
