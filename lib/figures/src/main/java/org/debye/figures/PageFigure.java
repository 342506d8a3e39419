package org.debye.figures;

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
        CalibrationPlot,
        CurvePanels,
        ClassCurves,
        BinCountPlot,
        ClassStrips,
        BinWeightsPlot,
        ImportancePlot,
        ImportanceMap,
        AttentionMap,
        AugmentationPlot,
        LayerWeightsPlot,
        PeakTracks,
        PeakRegions,
        PlaneMaps,
        OrderedPairs,
        GroupedBars,
        IntervalRows {
  /** The panels in Debye's style. */
  Page page();

  @Override
  default Sheet sheet() {
    return page();
  }
}
