package org.debye.augmentation;

import org.debye.numeric.RandomStream;

/**
 * The cubic spline through knots at equal distances with not-a-knot ends (third derivatives
 * continuous at the second and the last but one knot; de Boor 1978, chapter IV), as scipy's
 * CubicSpline has it: of three knots the parabola, of two the line.
 *
 * <p>With a distance of 1 between knots, slopes s and rises m of the pieces, s_{i-1} + 4 s_i +
 * s_{i+1} = 3 (m_{i-1} + m_i) within, s_0 + 2 s_1 = (5 m_0 + m_1) / 2 at the first end and
 * accordingly at the last.
 */
final class EvenSpline {
  private EvenSpline() {}

  /** Normal heights of mean 1: at {@code knots} knots and at both ends. */
  static double[] drawHeights(int knots, double deviation, RandomStream random) {
    double[] heights = new double[knots + 2];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = 1 + deviation * random.nextGaussian();
    }
    return heights;
  }

  /**
   * The spline at equal distances from the first knot to the last.
   *
   * @param heights at n knots, at least 2
   * @param curve at least n values, the first and last at the end knots; overwritten
   */
  static void evaluate(double[] heights, double[] curve) {
    int pieces = heights.length - 1;
    int last = curve.length - 1;
    if (pieces < 1 || last < pieces) {
      throw new IllegalArgumentException(
          "a spline of " + heights.length + " knots at " + curve.length + " points");
    }
    double[] slopes = slopes(heights);
    double step = pieces / (double) last;
    int from = 0;
    for (int piece = 0; piece < pieces; piece++) {
      int to = (int) (((long) last * (piece + 1)) / pieces) + 1;
      double height = heights[piece];
      double rise = heights[piece + 1] - height;
      double slope = slopes[piece];
      double bend = 3 * rise - 2 * slope - slopes[piece + 1];
      double twist = slope + slopes[piece + 1] - 2 * rise;
      for (int i = from; i < to; i++) {
        double t = i * step - piece;
        curve[i] = height + t * (slope + t * (bend + t * twist));
      }
      from = to;
    }
  }

  private static double[] slopes(double[] heights) {
    int last = heights.length - 1;
    double first = heights[1] - heights[0];
    if (last == 1) {
      return new double[] {first, first};
    }
    if (last == 2) {
      double second = heights[2] - heights[1];
      double middle = (first + second) / 2;
      return new double[] {2 * first - middle, middle, 2 * second - middle};
    }
    return solve(heights, last);
  }

  /** Elimination from the first row to the last, and back. */
  private static double[] solve(double[] heights, int last) {
    double[] slopes = new double[last + 1];
    double[] diagonal = new double[last + 1];
    diagonal[0] = 1;
    slopes[0] = (5 * (heights[1] - heights[0]) + heights[2] - heights[1]) / 2;
    for (int i = 1; i < last; i++) {
      double above = i == 1 ? 2 : 1;
      diagonal[i] = 4 - above / diagonal[i - 1];
      slopes[i] = 3 * (heights[i + 1] - heights[i - 1]) - slopes[i - 1] / diagonal[i - 1];
    }
    double end = heights[last] - heights[last - 1];
    double before = heights[last - 1] - heights[last - 2];
    diagonal[last] = 1 - 2 / diagonal[last - 1];
    slopes[last] = (before + 5 * end) / 2 - 2 * slopes[last - 1] / diagonal[last - 1];
    slopes[last] /= diagonal[last];
    for (int i = last - 1; i >= 0; i--) {
      slopes[i] = (slopes[i] - (i == 0 ? 2 : 1) * slopes[i + 1]) / diagonal[i];
    }
    return slopes;
  }
}
