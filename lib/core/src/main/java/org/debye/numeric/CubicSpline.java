package org.debye.numeric;

import java.util.Arrays;

/**
 * The cubic spline through points with not-a-knot ends (third derivatives continuous at the second
 * and the last but one point; de Boor 1978, chapter IV), as scipy's CubicSpline has it: of three
 * points the parabola, of two the line. Immutable.
 *
 * <p>With distances d and rises m of the pieces, slopes s follow d_i s_{i-1} + 2 (d_{i-1} + d_i)
 * s_i + d_{i-1} s_{i+1} = 3 (d_i m_{i-1} + d_{i-1} m_i) within.
 */
public final class CubicSpline {
  private final double[] x;
  private final double[] y;
  private final double[] slopes;

  private CubicSpline(double[] x, double[] y, double[] slopes) {
    this.x = x;
    this.y = y;
    this.slopes = slopes;
  }

  /**
   * The spline through points.
   *
   * @param x at least 2, strictly ascending; kept, not modified
   * @param y as many; kept, not modified
   */
  public static CubicSpline through(double[] x, double[] y) {
    if (x.length < 2 || y.length != x.length) {
      throw new IllegalArgumentException(x.length + " places of " + y.length + " values");
    }
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] > x[i - 1])) {
        throw new IllegalArgumentException(x[i] + " does not lie above " + x[i - 1]);
      }
    }
    return new CubicSpline(x, y, slopes(x, y));
  }

  private static double[] slopes(double[] x, double[] y) {
    int last = x.length - 1;
    double[] d = new double[last];
    double[] m = new double[last];
    for (int i = 0; i < last; i++) {
      d[i] = x[i + 1] - x[i];
      m[i] = (y[i + 1] - y[i]) / d[i];
    }
    if (last == 1) {
      return new double[] {m[0], m[0]};
    }
    if (last == 2) {
      double middle = (d[1] * m[0] + d[0] * m[1]) / (d[0] + d[1]);
      return new double[] {2 * m[0] - middle, middle, 2 * m[1] - middle};
    }
    return solve(d, m, last);
  }

  /** Elimination from the first row to the last, and back. */
  private static double[] solve(double[] d, double[] m, int last) {
    double[] s = new double[last + 1];
    double[] share = new double[last + 1];
    double two = d[0] + d[1];
    share[0] = two / d[1];
    s[0] = ((d[0] + 2 * two) * d[1] * m[0] + d[0] * d[0] * m[1]) / two / d[1];
    for (int i = 1; i < last; i++) {
      double pivot = 2 * (d[i - 1] + d[i]) - d[i] * share[i - 1];
      share[i] = d[i - 1] / pivot;
      s[i] = (3 * (d[i] * m[i - 1] + d[i - 1] * m[i]) - d[i] * s[i - 1]) / pivot;
    }
    double end = d[last - 1];
    double before = d[last - 2];
    two = end + before;
    double right = (end * end * m[last - 2] + (2 * two + end) * before * m[last - 1]) / two;
    s[last] = (right - two * s[last - 1]) / (before - two * share[last - 1]);
    for (int i = last - 1; i >= 0; i--) {
      s[i] -= share[i] * s[i + 1];
    }
    return s;
  }

  /** Its value; beyond the ends the first and the last piece go on, which is seldom sensible. */
  public double at(double place) {
    int left = left(place);
    Piece piece = piece(left);
    double t = (place - x[left]) / piece.distance;
    return y[left] + t * (piece.slope + t * (piece.bend + t * piece.turn));
  }

  /** Its derivative; beyond the ends as {@link #at}. */
  public double slopeAt(double place) {
    int left = left(place);
    Piece piece = piece(left);
    double t = (place - x[left]) / piece.distance;
    return (piece.slope + t * (2 * piece.bend + 3 * t * piece.turn)) / piece.distance;
  }

  /** The piece that a place lies in. */
  private int left(double place) {
    int found = Arrays.binarySearch(x, place);
    return Math.min(Math.max(found >= 0 ? found : -found - 2, 0), x.length - 2);
  }

  /** Coefficients of t, its square and its cube, where t goes from 0 to 1. */
  private record Piece(double distance, double slope, double bend, double turn) {}

  private Piece piece(int left) {
    double distance = x[left + 1] - x[left];
    double rise = y[left + 1] - y[left];
    double slope = slopes[left] * distance;
    double other = slopes[left + 1] * distance;
    return new Piece(distance, slope, 3 * rise - 2 * slope - other, slope + other - 2 * rise);
  }

  /** Its values at many places. */
  public double[] at(double[] places) {
    return Arrays.stream(places).map(this::at).toArray();
  }
}
