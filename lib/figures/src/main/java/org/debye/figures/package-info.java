/**
 * Every picture, in one style, as PNG and SVG by {@link org.debye.figures.FigureFile}. Of measured
 * frames: {@link org.debye.figures.Waterfall}, {@link org.debye.figures.FrameMap}, {@link
 * org.debye.figures.SpectrumFigure}. Of unmixing and its study: {@link
 * org.debye.figures.SimplexScatter}, {@link org.debye.figures.ErrorMaps}, {@link
 * org.debye.figures.EstimateAgainstTruth}, {@link org.debye.figures.CoveragePlot}, {@link
 * org.debye.figures.CostPlot}, {@link org.debye.figures.EndmemberBands}, {@link
 * org.debye.figures.AbundanceMaps}, {@link org.debye.figures.AbundanceSeries}. Of any posterior:
 * {@link org.debye.figures.TracePlot}, {@link org.debye.figures.RankPlot}, {@link
 * org.debye.figures.AutocorrelationPlot}, {@link org.debye.figures.EnergyPlot}, {@link
 * org.debye.figures.PairPlot}, {@link org.debye.figures.CalibrationPlot}.
 */
@NullMarked
package org.debye.figures;

import org.jspecify.annotations.NullMarked;
