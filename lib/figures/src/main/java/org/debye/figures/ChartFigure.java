package org.debye.figures;

import org.jfree.chart.JFreeChart;

/** A picture that is one chart. */
public sealed interface ChartFigure extends Figure
    permits FrameMap, Waterfall, SpectrumFigure, ScreePlot {
  /** The chart in Debye's style. */
  JFreeChart chart();

  @Override
  default Sheet sheet() {
    return new ChartSheet(chart());
  }
}
