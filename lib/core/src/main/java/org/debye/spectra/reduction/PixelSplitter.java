package org.debye.spectra.reduction;

import org.debye.frame.PixelPositions;
import org.debye.frame.RadialQuantity;
import org.debye.spectra.reduction.RadialBins.Extent;
import org.jspecify.annotations.Nullable;

/**
 * Shares the pixels of one image row after the other among bins. Each pixel gets consecutive bins
 * and weights that add up to 1, rounded to single precision. Holds one row: thread-confined.
 */
abstract sealed class PixelSplitter permits CentreSplitter, BoxSplitter, OutlineSplitter {
  final PixelPositions positions;
  final RadialQuantity quantity;
  final @Nullable AzimuthFilter azimuths;

  /** Weights of the pixel that was split last, one for each of its bins. */
  float[] weights = new float[16];

  /** First bin of the pixel that was split last. */
  int firstBin;

  PixelSplitter(
      PixelPositions positions, RadialQuantity quantity, @Nullable AzimuthFilter azimuths) {
    this.positions = positions;
    this.quantity = quantity;
    this.azimuths = azimuths;
  }

  static PixelSplitter of(PixelPositions positions, IntegrationSettings settings) {
    RadialQuantity quantity = RadialBins.quantity(settings.unit());
    AzimuthFilter azimuths = AzimuthFilter.of(settings.azimuthRange());
    return switch (settings.splitting()) {
      case NONE -> new CentreSplitter(positions, quantity, azimuths);
      case BOUNDING_BOX -> new BoxSplitter(positions, quantity, azimuths);
      case FULL -> new OutlineSplitter(positions, quantity, azimuths);
    };
  }

  /** Radial extent of the pixels that are not masked. */
  final Extent extent(boolean[] mask) {
    Extent extent = Extent.EMPTY;
    int columns = positions.shape().columns();
    for (int row = 0; row < positions.shape().rows(); row++) {
      startRow(row);
      extent = rowExtent(mask, row * columns, extent);
    }
    return extent;
  }

  /** Computes the coordinates of a row. */
  abstract void startRow(int row);

  /** The extent widened by the unmasked pixels of the current row. */
  abstract Extent rowExtent(boolean[] mask, int offset, Extent before);

  /** Splits a pixel of the current row; returns the number of its bins, 0 if it has none. */
  abstract int split(int column, RadialBins bins);

  final void reserve(int count) {
    if (weights.length < count) {
      weights = new float[Math.max(count, 2 * weights.length)];
    }
  }
}
