package org.debye.learning.binned;

/** How a point's place on the axis is told to the network of its bin. */
public enum Abscissa {
  /** In the axis's unit, as in the thesis: degrees, 10 to 25. */
  AXIS_UNIT {
    @Override
    double of(double value, double first, double last) {
      return value;
    }
  },
  /** From -1 at the bin's first point to 1 at its last: for axes of thousands of eV or channels. */
  WITHIN_BIN {
    @Override
    double of(double value, double first, double last) {
      return last == first ? 0 : 2 * (value - first) / (last - first) - 1;
    }
  };

  /**
   * The number that the network gets.
   *
   * @param value of the point on the axis
   * @param first of the bin's points on the axis
   * @param last of the bin's points on the axis
   */
  abstract double of(double value, double first, double last);
}
