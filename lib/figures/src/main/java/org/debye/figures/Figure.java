package org.debye.figures;

import org.jfree.chart.JFreeChart;

/** A picture that {@link FigureFile} can write. */
public sealed interface Figure permits FrameMap, Waterfall, SpectrumFigure {
  /** The chart in Debye's style. */
  JFreeChart chart();
}
