package org.debye.figures;

import java.util.List;
import org.debye.spectra.SpectralAxis;

/**
 * How well the network of each bin tells the classes apart and how much it is therefore believed,
 * over the axis, and training spectra below: Fig. 4.4 of Sun's thesis.
 *
 * @param accuracies A_b of B bins, 0 to 1; bins have {@code points / B} points each from the first
 *     on
 * @param believabilities w_b, as many
 * @param spectra of the classes
 */
public record BinWeightsPlot(
    String title,
    SpectralAxis axis,
    double[] accuracies,
    double[] believabilities,
    List<AxisCurve> spectra)
    implements PageFigure {
  public BinWeightsPlot {
    spectra = List.copyOf(spectra);
    int bins = accuracies.length;
    if (bins == 0 || bins > axis.points() || believabilities.length != bins) {
      throw new IllegalArgumentException(
          "%d accuracies and %d weights of bins of %d points"
              .formatted(bins, believabilities.length, axis.points()));
    }
    AxisCurve.requirePoints(spectra, axis.points());
  }

  @Override
  public Page page() {
    return BinWeightsPage.of(this);
  }
}
