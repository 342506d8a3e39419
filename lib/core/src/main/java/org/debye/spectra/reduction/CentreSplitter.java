package org.debye.spectra.reduction;

import org.debye.frame.PixelPositions;
import org.debye.frame.RadialQuantity;
import org.debye.spectra.reduction.RadialBins.Extent;
import org.jspecify.annotations.Nullable;

/** No splitting: the bin of the centre takes all. */
final class CentreSplitter extends PixelSplitter {
  private final double[] radii;
  private final double[] angles;

  CentreSplitter(
      PixelPositions positions, RadialQuantity quantity, @Nullable AzimuthFilter azimuths) {
    super(positions, quantity, azimuths);
    this.radii = new double[positions.shape().columns()];
    this.angles = new double[azimuths == null ? 0 : radii.length];
  }

  @Override
  void startRow(int row) {
    positions.centreRadii(quantity, row, radii);
    if (azimuths != null) {
      positions.centreAzimuths(row, angles);
    }
  }

  @Override
  Extent rowExtent(boolean[] mask, int offset, Extent before) {
    double smallest = before.smallest();
    double largest = before.largest();
    for (int column = 0; column < radii.length; column++) {
      if (!mask[offset + column]) {
        smallest = Math.min(smallest, radii[column]);
        largest = Math.max(largest, radii[column]);
      }
    }
    return new Extent(smallest, largest);
  }

  @Override
  int split(int column, RadialBins bins) {
    if (azimuths != null) {
      double angle = azimuths.counted(angles[column]);
      if (!azimuths.touches(angle, angle)) {
        return 0;
      }
    }
    int bin = (int) bins.position(radii[column]);
    if (bin < 0 || bin >= bins.count()) {
      return 0;
    }
    firstBin = bin;
    weights[0] = 1;
    return 1;
  }
}
