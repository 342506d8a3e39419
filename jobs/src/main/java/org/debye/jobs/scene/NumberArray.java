package org.debye.jobs.scene;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An array of numbers.
 *
 * @param shape at least one length
 * @param values with the last index running fastest, whatever the order in the file
 */
public record NumberArray(int[] shape, double[] values) {

  /** From values whose first index runs fastest, as MATLAB keeps them. */
  public static NumberArray ofColumns(int[] shape, double[] values) {
    double[] ordered = new double[values.length];
    int[] index = new int[shape.length];
    for (double value : values) {
      int at = 0;
      for (int d = 0; d < shape.length; d++) {
        at = at * shape[d] + index[d];
      }
      ordered[at] = value;
      for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
        index[d] = 0;
      }
    }
    return new NumberArray(shape, ordered);
  }

  /** Number of lengths. */
  public int dimensions() {
    return shape.length;
  }

  /** Whether two of its lengths or more are above 1. */
  public boolean isTable() {
    return Arrays.stream(shape).filter(length -> length > 1).count() >= 2;
  }

  /** A matrix with rows and columns exchanged. */
  public NumberArray transposed() {
    int rows = shape[0];
    int columns = shape[1];
    double[] turned = new double[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    return new NumberArray(new int[] {columns, rows}, turned);
  }

  /** {@code 156 x 9025}. */
  public String shapeText() {
    return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
  }
}
