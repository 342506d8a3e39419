package org.debye.figures;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Panes in rows and columns with one title, one legend below them and colour bars on their right.
 * Nothing lies over the data. Made by the pictures themselves.
 */
public final class Page implements Sheet {
  private static final double MARGIN = 12;
  private static final double TITLE_HEIGHT = 32;
  private static final double ENTRY_HEIGHT = 24;
  private static final double NOTE_HEIGHT = 19;
  private static final double ENTRY_GAP = 22;

  private final String title;
  private final int height;
  private final PaneGrid grid;
  private final List<LegendEntry> legend = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Page(String title, int height, PaneGrid grid) {
    this.title = FigureStyle.text(FigureStyle.shortened(title));
    this.height = height;
    this.grid = grid;
  }

  Page with(LegendEntry entry) {
    legend.add(entry);
    return this;
  }

  /** A line below the legend. */
  Page noted(String text) {
    notes.add(FigureStyle.text(text));
    return this;
  }

  @Override
  public Dimension size() {
    return new Dimension(FigureStyle.WIDTH, height);
  }

  /** After {@link #draw}, panes know where they stand. */
  PaneGrid grid() {
    return grid;
  }

  List<LegendEntry> legend() {
    return legend;
  }

  List<String> notes() {
    return notes;
  }

  @Override
  public void draw(Graphics2D g2) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    // JFreeChart puts the old value back, and Batik refuses to have had none
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g2.setPaint(Color.WHITE);
    g2.fill(new Rectangle2D.Double(0, 0, FigureStyle.WIDTH, height));
    g2.setPaint(FigureStyle.INK);
    g2.setFont(FigureStyle.TITLE);
    double left = (FigureStyle.WIDTH - g2.getFontMetrics().stringWidth(title)) / 2.0;
    g2.drawString(title, (float) left, 24f);
    double foot = height - 8 - NOTE_HEIGHT * notes.size();
    g2.setFont(FigureStyle.NOTE);
    for (int i = 0; i < notes.size(); i++) {
      g2.drawString(notes.get(i), (float) MARGIN, (float) (foot + NOTE_HEIGHT * (i + 0.75)));
    }
    g2.setFont(FigureStyle.TICK);
    List<List<LegendEntry>> lines = lines(g2.getFontMetrics());
    double top = foot - ENTRY_HEIGHT * lines.size();
    for (int i = 0; i < lines.size(); i++) {
      drawLine(g2, lines.get(i), top + ENTRY_HEIGHT * (i + 0.5));
    }
    grid.draw(
        g2,
        new Rectangle2D.Double(
            MARGIN,
            TITLE_HEIGHT,
            FigureStyle.WIDTH - 2 * MARGIN,
            top - TITLE_HEIGHT - (lines.isEmpty() ? 4 : 8)));
  }

  private static double width(LegendEntry entry, FontMetrics metrics) {
    return LegendEntry.WIDTH + 6 + metrics.stringWidth(entry.text()) + ENTRY_GAP;
  }

  private List<List<LegendEntry>> lines(FontMetrics metrics) {
    List<List<LegendEntry>> lines = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (LegendEntry entry : legend) {
      double width = width(entry, metrics);
      if (used + width - ENTRY_GAP > FigureStyle.WIDTH - 2 * MARGIN) {
        lines.add(new ArrayList<>());
        used = 0;
      }
      lines.get(lines.size() - 1).add(entry);
      used += width;
    }
    return lines;
  }

  private static void drawLine(Graphics2D g2, List<LegendEntry> entries, double middle) {
    FontMetrics metrics = g2.getFontMetrics();
    double total = -ENTRY_GAP;
    for (LegendEntry entry : entries) {
      total += width(entry, metrics);
    }
    double left = (FigureStyle.WIDTH - total) / 2;
    for (LegendEntry entry : entries) {
      entry.sign().draw(g2, left, middle);
      g2.setPaint(FigureStyle.INK);
      g2.drawString(
          entry.text(),
          (float) (left + LegendEntry.WIDTH + 6),
          (float) (middle + metrics.getAscent() * 0.38));
      left += width(entry, metrics);
    }
  }
}
