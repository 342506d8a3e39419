package org.debye.figures;

/**
 * Points of a space, one a row.
 *
 * @param values n x d, row major; not copied, not modified
 * @param dimension d, at least 1
 */
public record PointSet(double[] values, int dimension) {
  /** No point of a space. */
  public static PointSet none(int dimension) {
    return new PointSet(new double[0], dimension);
  }

  public PointSet {
    if (dimension < 1 || values.length % dimension != 0) {
      throw new IllegalArgumentException(
          values.length + " values are no points of " + dimension + " coordinates");
    }
  }

  /** n. */
  public int points() {
    return values.length / dimension;
  }

  double at(int point, int coordinate) {
    return values[point * dimension + coordinate];
  }

  /** One coordinate of every point. */
  double[] column(int coordinate) {
    double[] column = new double[points()];
    for (int i = 0; i < column.length; i++) {
      column[i] = at(i, coordinate);
    }
    return column;
  }
}
