package org.debye.figures;

/** A picture that {@link FigureFile} can write. */
public sealed interface Figure permits ChartFigure, PageFigure {
  /** The picture in Debye's style, laid out anew at each call. */
  Sheet sheet();
}
