package org.debye.spectra.reduction;

import org.debye.frame.RadialQuantity;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/**
 * Equal bins of a radial coordinate, in pyFAI's internal unit.
 *
 * @param quantity what is binned
 * @param start lower edge of the first bin
 * @param end upper edge of the last bin
 * @param count number of bins
 * @param kind of the axis that the user sees
 */
record RadialBins(RadialQuantity quantity, double start, double end, int count, AxisKind kind) {
  /** pyFAI's way to keep the farthest pixel inside the last bin: one float32 epsilon more. */
  private static final double BEYOND = 1.0 + Math.ulp(1.0f);

  static RadialQuantity quantity(AxisKind kind) {
    return switch (kind) {
      case TWO_THETA_DEG -> RadialQuantity.TWO_THETA;
      case Q_PER_NM, Q_PER_ANGSTROM -> RadialQuantity.Q;
      case RADIUS_MM -> RadialQuantity.RADIUS;
      case ENERGY_EV, CHANNEL ->
          throw new IllegalArgumentException("frames have no axis " + kind.key());
    };
  }

  private static double scale(AxisKind kind) {
    return switch (kind) {
      case TWO_THETA_DEG -> 180.0 / Math.PI;
      case Q_PER_ANGSTROM -> 0.1;
      case RADIUS_MM -> 1000;
      default -> 1;
    };
  }

  /** Bins over a range that the user gave in the axis unit, or else over that of the pixels. */
  static RadialBins over(IntegrationSettings settings, Extent pixels) {
    double scale = scale(settings.unit());
    Range range = settings.radialRange();
    double start = range == null ? Math.max(0, pixels.smallest()) : range.start() / scale;
    double largest = range == null ? Math.max(0, pixels.largest()) : range.end() / scale;
    double end = largest > 0 ? largest * BEYOND : largest / BEYOND;
    return new RadialBins(
        quantity(settings.unit()), start, end, settings.points(), settings.unit());
  }

  double width() {
    return (end - start) / count;
  }

  /** Position in units of bins; the integer part is the bin. */
  double position(double coordinate) {
    return (coordinate - start) / width();
  }

  /** Bin centres in the axis unit. */
  SpectralAxis axis() {
    double first = start + 0.5 * width();
    double last = end - 0.5 * width();
    double[] centres = new double[count];
    double step = count > 1 ? (last - first) / (count - 1) : 0;
    for (int i = 0; i < count; i++) {
      double centre = i == count - 1 && count > 1 ? last : i * step + first;
      centres[i] = centre * scale(kind);
    }
    return new SpectralAxis(kind, centres);
  }

  /** Smallest and largest radial coordinate of the unmasked pixels. */
  record Extent(double smallest, double largest) {
    static final Extent EMPTY = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    boolean isEmpty() {
      return smallest > largest;
    }
  }
}
