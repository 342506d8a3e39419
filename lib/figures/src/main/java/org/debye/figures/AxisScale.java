package org.debye.figures;

/** How a value becomes a place on an axis. */
public enum AxisScale {
  LINEAR,
  /** Decimal logarithms; values at or below zero have no place. */
  LOGARITHMIC;

  /** Place along the axis; NaN where there is none. */
  double place(double value) {
    return this == LINEAR ? value : value > 0 ? Math.log10(value) : Double.NaN;
  }
}
