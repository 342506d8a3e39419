package org.debye.figures;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;

/**
 * A strip of colours with its axis, on the right of some rows of a page.
 *
 * @param label with the unit
 * @param fromRow first row of panes that it stands beside
 * @param toRow last such row
 */
record ColourBar(Colours colours, String label, int fromRow, int toRow) {
  private static final int STEPS = 256;

  Pane pane() {
    boolean logarithmic = colours.scale() == ColourScale.LOGARITHMIC;
    Colours strip = logarithmic ? colours.overLogarithms() : colours;
    NumberAxis right = logarithmic ? new DecadeAxis() : new NumberAxis();
    FigureStyle.dress(right, label);
    right.setRange(strip.low(), strip.high());
    NumberAxis across = FigureStyle.axis("");
    across.setRange(0, 1);
    across.setVisible(false);
    Pane pane = new Pane(across, right).withoutGrid();
    pane.plot().setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    return pane.add(
        new CellImage(
            image(strip), new Rectangle2D.Double(0, strip.low(), 1, strip.high() - strip.low())));
  }

  private static BufferedImage image(Colours strip) {
    BufferedImage image = new BufferedImage(1, STEPS, BufferedImage.TYPE_INT_RGB);
    for (int step = 0; step < STEPS; step++) {
      double value = strip.low() + (step + 0.5) / STEPS * (strip.high() - strip.low());
      image.setRGB(
          0,
          STEPS - 1 - step,
          ColourMap.rgb(strip.scale().level(value, strip.low(), strip.high())));
    }
    return image;
  }
}
