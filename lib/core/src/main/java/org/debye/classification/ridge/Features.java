package org.debye.classification.ridge;

/**
 * A table of features.
 *
 * @param count N
 * @param columns F
 * @param values N x F, row major
 */
public record Features(int count, int columns, float[] values) {
  public Features {
    if (count < 1 || columns < 1 || values.length != (long) count * columns) {
      throw new IllegalArgumentException(
          values.length + " values for " + count + " rows of " + columns);
    }
  }
}
