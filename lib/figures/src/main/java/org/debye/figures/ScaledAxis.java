package org.debye.figures;

import org.debye.spectra.SpectralAxis;

/**
 * What a picture's axis shows, one value for each thing that is drawn.
 *
 * @param label with its unit, as {@code Energy (eV)}
 * @param values not copied, not modified
 */
public record ScaledAxis(String label, AxisScale scale, double[] values) {
  public ScaledAxis {
    if (label.isBlank()) {
      throw new IllegalArgumentException("an axis needs a label");
    }
  }

  public static ScaledAxis linear(String label, double[] values) {
    return new ScaledAxis(label, AxisScale.LINEAR, values);
  }

  public static ScaledAxis logarithmic(String label, double[] values) {
    return new ScaledAxis(label, AxisScale.LOGARITHMIC, values);
  }

  /** Points of a spectrum, labelled with its kind and unit. */
  public static ScaledAxis of(SpectralAxis axis) {
    return linear(axis.kind().label(), axis.values());
  }

  /** Cells of an image lie in the order of their places. */
  ScaledAxis requireRising() {
    for (int i = 1; i < values.length; i++) {
      if (!(values[i] > values[i - 1])) {
        throw new IllegalArgumentException(
            label + " must rise: " + values[i] + " follows " + values[i - 1]);
      }
    }
    return this;
  }

  /** Whether only whole numbers are on it, counted one by one. */
  boolean isWhole() {
    for (double value : values) {
      if (value != Math.rint(value)) {
        return false;
      }
    }
    return scale == AxisScale.LINEAR;
  }

  int points() {
    return values.length;
  }

  /** Places along the drawn axis: logarithms where the scale is logarithmic. */
  double[] places() {
    double[] places = new double[values.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = scale.place(values[i]);
    }
    return places;
  }
}
