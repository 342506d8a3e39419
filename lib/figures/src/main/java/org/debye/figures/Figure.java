package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** A picture that {@link FigureFile} can write. */
public sealed interface Figure permits ChartFigure, PageFigure {
  /** Width and height in points; a PNG has two pixels to the point. */
  Dimension size();

  /** Draws the whole picture, from (0, 0) to its size. */
  void draw(Graphics2D g2);
}
