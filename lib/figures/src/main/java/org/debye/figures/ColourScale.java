package org.debye.figures;

/** How intensity becomes colour. */
public enum ColourScale {
  LINEAR(""),
  /** Weak lines beside strong ones; negative values take the lowest colour. */
  SQUARE_ROOT(", square-root scale"),
  /** For many orders of magnitude; values at or below the lowest positive one take its colour. */
  LOGARITHMIC(", logarithmic scale");

  private final String note;

  ColourScale(String note) {
    this.note = note;
  }

  /** What the colour bar's label adds. */
  String note() {
    return note;
  }

  /** Place of a value between two limits, 0 to 1 when within them; NaN stays NaN. */
  double level(double value, double low, double high) {
    if (Double.isNaN(value) || !(high > low)) {
      return Double.isNaN(value) ? Double.NaN : 0.5;
    }
    return (along(value, low) - along(low, low)) / (along(high, low) - along(low, low));
  }

  private double along(double value, double low) {
    return switch (this) {
      case LINEAR -> value;
      case SQUARE_ROOT -> Math.sqrt(Math.max(0, value - Math.min(low, 0)));
      case LOGARITHMIC -> Math.log(Math.max(value, low));
    };
  }
}
