package org.debye.figures;

import java.util.List;

/**
 * The weights of a layer: a row for each unit, a column for each input, below them the size of all
 * weights of an input together, and spectra where the inputs are points of a spectrum. Fig. 5.12 of
 * Sun's thesis.
 *
 * @param inputs the columns, as degrees for a first layer, else units of the layer before; rising,
 *     evenly apart
 * @param units rows
 * @param weights units x inputs, row by row; not copied
 * @param spectra over the inputs; none to leave them out
 */
public record LayerWeightsPlot(
    String title, ScaledAxis inputs, int units, double[] weights, List<AxisCurve> spectra)
    implements PageFigure {
  public LayerWeightsPlot {
    spectra = List.copyOf(spectra);
    inputs.requireRising();
    if (units < 1 || inputs.points() < 1 || weights.length != (long) units * inputs.points()) {
      throw new IllegalArgumentException(
          "%d weights of %d units and %d inputs".formatted(weights.length, units, inputs.points()));
    }
    AxisCurve.requirePoints(spectra, inputs.points());
  }

  @Override
  public Page page() {
    return LayerWeightsPage.of(this);
  }
}
