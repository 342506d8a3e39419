package org.debye.figures;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** A picture of one or more panels with one legend. */
public sealed interface PageFigure extends Figure
    permits SimplexScatter,
        ErrorMaps,
        EstimateAgainstTruth,
        CoveragePlot,
        CostPlot,
        TracePlot,
        RankPlot,
        AutocorrelationPlot,
        EnergyPlot,
        PairPlot,
        EndmemberBands,
        AbundanceMaps,
        AbundanceSeries,
        CalibrationPlot {
  /** The panels in Debye's style. */
  Page page();

  @Override
  default Dimension size() {
    return page().size();
  }

  @Override
  default void draw(Graphics2D g2) {
    page().draw(g2);
  }
}
