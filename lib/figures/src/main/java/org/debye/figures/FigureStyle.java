package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;
import java.util.function.IntPredicate;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Sizes, fonts and colours of every picture, here and nowhere else. */
final class FigureStyle {
  /** Points of a whole picture; a PNG has {@link #SCALE} pixels to the point. */
  static final int WIDTH = 900;

  static final int HEIGHT = 600;
  static final int SCALE = 2;

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font PANE_TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);

  /** The least that is read at a width of 1200 pixels. */
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  /** For an axis's label, the first that fits. */
  static final List<Font> LABELS = List.of(LABEL, TICK, NOTE, SMALL);

  static final Color INK = new Color(0x222222);
  static final Color RULE = new Color(0xDDDDDD);

  // Okabe and Ito 2008: told apart by colour-blind people, and by lightness.
  static final Color BLUE = new Color(0x0072B2);
  static final Color VERMILION = new Color(0xD55E00);
  static final Color BAND = new Color(0xA9D3EC);
  static final Color GREEN = new Color(0x009E73);
  static final Color ORANGE = new Color(0xE69F00);
  static final Color PURPLE = new Color(0xCC79A7);
  static final Color NAVY = new Color(0x003A5C);

  /** Crowds in the background. */
  static final Color CROWD = new Color(0xB8B8B8);

  /** Below a density's line. */
  static final Color PALE = new Color(0xF6D9C6);

  /** What chance stays within: over bars, and as it looks on white. */
  static final Color SHADE = new Color(60, 60, 60, 70);

  static final Color BAND_GREY = new Color(0xCFCFCF);

  static final Color HATCH = new Color(0x8A8A8A);

  static final Stroke HAIR = new BasicStroke(0.7f);
  static final Stroke LINE = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke STRONG = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED =
      new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 4}, 0);

  private static final int LONGEST_TITLE = 76;

  private FigureStyle() {}

  static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis();
    dress(axis, label);
    return axis;
  }

  static void dress(NumberAxis axis, String label) {
    axis.setLabel(text(label));
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(TICK);
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(INK);
    axis.setTickMarkPaint(INK);
    axis.setStandardTickUnits(new PlainTicks());
    axis.setAutoRangeIncludesZero(false);
    axis.setAutoRangeStickyZero(false);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
  }

  static void dress(XYPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(RULE);
    plot.setRangeGridlinePaint(RULE);
    plot.setOutlinePaint(INK);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  static JFreeChart chart(String title, XYPlot plot) {
    dress(plot);
    JFreeChart chart = new JFreeChart(text(shortened(title)), TITLE, plot, false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getTitle().setPaint(INK);
    chart.getTitle().setPadding(6, 4, 6, 4);
    chart.setPadding(new RectangleInsets(4, 6, 6, 10));
    return chart;
  }

  /**
   * A long title loses its middle: what tells data sets apart stands at the ends of their names.
   */
  static String shortened(String title) {
    return shortened(title, LONGEST_TITLE);
  }

  /** The same for any length. */
  static String shortened(String title, int longest) {
    if (title.length() <= longest) {
      return title;
    }
    int half = (longest - 3) / 2;
    return title.substring(0, half) + "..." + title.substring(title.length() - half);
  }

  /** The text as this machine's font can show it. */
  static String text(String text) {
    return spelled(text, LABEL::canDisplay);
  }

  /** Spells out signs that a font has no glyph for, so that no empty box stands on an axis. */
  static String spelled(String text, IntPredicate shown) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (shown.test(sign)) {
                out.appendCodePoint(sign);
              } else {
                out.append(
                    switch (sign) {
                      case 'θ' -> "theta";
                      case 'σ' -> "sigma";
                      case 'Å' -> "A";
                      case 'µ', 'μ' -> "u";
                      case '°' -> "deg";
                      case '⁻' -> "^-";
                      case '¹', '₁' -> "1";
                      case '²', '₂' -> "2";
                      case 'α' -> "alpha";
                      case 'η' -> "eta";
                      case '≤' -> "<=";
                      case '≥' -> ">=";
                      case '−' -> "-";
                      case '×' -> "x";
                      case '±' -> "+-";
                      default -> "?";
                    });
              }
            });
    return out.toString();
  }
}
