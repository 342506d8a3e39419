package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** A picture laid out, ready to be drawn. */
public sealed interface Sheet permits ChartSheet, Page {
  /** Width and height in points; a PNG has two pixels to the point. */
  Dimension size();

  /** Draws all of it, from (0, 0) to its size. */
  void draw(Graphics2D g2);
}
