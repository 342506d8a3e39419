package org.debye.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/** How the methods of a comparison look: colour, sign and dashes, each enough by itself. */
record SeriesStyle(Color colour, Marker marker, Stroke stroke) {
  private static final SeriesStyle[] STYLES = {
    new SeriesStyle(FigureStyle.BLUE, Marker.CIRCLE, FigureStyle.STRONG),
    new SeriesStyle(FigureStyle.ORANGE, Marker.SQUARE, dashed(9, 4)),
    new SeriesStyle(FigureStyle.INK, Marker.TRIANGLE, dashed(2, 3)),
    new SeriesStyle(FigureStyle.PURPLE, Marker.DIAMOND, dashed(9, 3, 2, 3)),
    new SeriesStyle(FigureStyle.GREEN, Marker.INVERTED, dashed(14, 4)),
    new SeriesStyle(FigureStyle.VERMILION, Marker.PLUS, dashed(5, 2, 2, 2, 2, 2)),
    new SeriesStyle(FigureStyle.NAVY, Marker.CROSS, dashed(4, 2)),
  };

  /** The style of a comparison's i-th member; the seven repeat. */
  static SeriesStyle of(int i) {
    return STYLES[i % STYLES.length];
  }

  /** The same with other colours for the next seven, so that colour and sign together differ. */
  static SeriesStyle paired(int i) {
    SeriesStyle own = of(i);
    return new SeriesStyle(of(i + 2 * (i / STYLES.length)).colour(), own.marker(), own.stroke());
  }

  /** How many differ in colour alone. */
  static int colours() {
    return STYLES.length;
  }

  /** One of several chains: by lightness, so that grey tells them apart. */
  static Color chain(int chain, int chains) {
    return new Color(ColourMap.rgb(chains == 1 ? 0.3 : 0.88 * chain / (chains - 1)));
  }

  private static Stroke dashed(float... pattern) {
    return new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }
}
