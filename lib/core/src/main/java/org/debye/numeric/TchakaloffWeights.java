package org.debye.numeric;

import java.util.Arrays;
import java.util.Optional;

/**
 * Few of many points, with positive weights, whose weighted sums of given functions are those of
 * all points: there are such with no more points than functions (Tchakaloff 1957; by Caratheodory's
 * theorem). Found as a linear program's vertex is: the functions are solved for as many points as
 * there are functions (reduced row echelon form, complete pivoting), then each other point gives
 * its weight to those, until its own or one of theirs is 0, and takes that one's place.
 *
 * <p>About M^2 N + M N^2 multiplications for M functions and N points.
 */
public final class TchakaloffWeights {
  /** Of the largest sum: what rounding may leave. */
  private static final double TOLERANCE = 1e-9;

  /** Pivot below which functions depend on one another, of the largest of all values. */
  private static final double LEAST_PIVOT = 1e-12;

  private final double[][] rows;
  private final double[] weights;
  private final int[] pivot;
  private final boolean[] solved;

  private TchakaloffWeights(double[][] functions, int points) {
    rows = new double[functions.length][];
    Arrays.setAll(rows, r -> functions[r].clone());
    weights = new double[points];
    Arrays.fill(weights, 1);
    pivot = new int[functions.length];
    solved = new boolean[points];
  }

  /**
   * The weights, of which all but at most M are 0.
   *
   * @param functions M x N, values of each function at each point, of about equal size; not
   *     modified
   * @param points N, at least M
   * @return of each point; empty where functions depend on one another or rounding has won
   */
  public static Optional<double[]> of(double[][] functions, int points) {
    if (points < functions.length) {
      throw new IllegalArgumentException(points + " points for " + functions.length + " functions");
    }
    TchakaloffWeights found = new TchakaloffWeights(functions, points);
    if (!found.solve()) {
      return Optional.empty();
    }
    found.condense();
    return found.agrees(functions) ? Optional.of(found.weights) : Optional.empty();
  }

  private boolean solve() {
    double largest = 0;
    for (int r = 0; r < rows.length; r++) {
      double size = bringLargestTo(r);
      largest = Math.max(largest, size);
      if (!(size > LEAST_PIVOT * largest)) {
        return false;
      }
      solved[pivot[r]] = true;
      eliminate(r, pivot[r]);
    }
    return true;
  }

  /** Of the rows from this one on and the points not yet solved for; returns its size. */
  private double bringLargestTo(int row) {
    int from = row;
    double size = -1;
    for (int r = row; r < rows.length; r++) {
      for (int point = 0; point < weights.length; point++) {
        if (!solved[point] && Math.abs(rows[r][point]) > size) {
          size = Math.abs(rows[r][point]);
          from = r;
          pivot[row] = point;
        }
      }
    }
    double[] other = rows[row];
    rows[row] = rows[from];
    rows[from] = other;
    return size;
  }

  /** Makes a point the unit vector of a row. */
  private void eliminate(int row, int point) {
    double[] of = rows[row];
    double inverse = 1 / of[point];
    for (int i = 0; i < of.length; i++) {
      of[i] *= inverse;
    }
    for (int r = 0; r < rows.length; r++) {
      double factor = rows[r][point];
      if (r != row && factor != 0) {
        double[] to = rows[r];
        for (int i = 0; i < to.length; i++) {
          to[i] -= factor * of[i];
        }
      }
    }
  }

  private void condense() {
    for (int point = 0; point < weights.length; point++) {
      if (!solved[point]) {
        give(point);
      }
    }
  }

  /** Moves weight from a point to those that are solved for, as far as none becomes negative. */
  private void give(int point) {
    double given = weights[point];
    int leaving = -1;
    for (int r = 0; r < rows.length; r++) {
      double taken = -rows[r][point];
      if (taken > 0 && weights[pivot[r]] < given * taken) {
        given = weights[pivot[r]] / taken;
        leaving = r;
      }
    }
    for (int r = 0; r < rows.length; r++) {
      weights[pivot[r]] = Math.max(0, weights[pivot[r]] + given * rows[r][point]);
    }
    if (leaving < 0) {
      weights[point] = 0;
      return;
    }
    weights[point] -= given;
    weights[pivot[leaving]] = 0;
    pivot[leaving] = point;
    solved[point] = true;
    eliminate(leaving, point);
  }

  private boolean agrees(double[][] functions) {
    for (double[] function : functions) {
      double size = 0;
      double lacks = 0;
      for (int point = 0; point < weights.length; point++) {
        size += (1 + weights[point]) * Math.abs(function[point]);
        lacks += (weights[point] - 1) * function[point];
      }
      if (!(Math.abs(lacks) <= TOLERANCE * size)) {
        return false;
      }
    }
    return true;
  }
}
