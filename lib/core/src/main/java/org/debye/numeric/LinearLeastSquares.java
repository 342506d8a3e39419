package org.debye.numeric;

/**
 * Least squares of few columns, by their orthonormal basis: Gram and Schmidt, each column twice
 * (Giraud, Langou and Rozloznik 2005, Comput. Math. Appl. 50:1069: twice is enough). Immutable.
 */
public final class LinearLeastSquares {
  private static final double DEPENDENT = 1e-10;

  private final double[][] basis;
  private final double[][] triangle; // column k: coefficients of basis 0 to k
  private final int dependent;

  private LinearLeastSquares(double[][] basis, double[][] triangle, int dependent) {
    this.basis = basis;
    this.triangle = triangle;
    this.dependent = dependent;
  }

  /**
   * Takes the columns.
   *
   * @param columns K of N each, K at most N; not modified
   */
  public static LinearLeastSquares of(double[][] columns) {
    int count = columns.length;
    double[][] basis = new double[count][];
    double[][] triangle = new double[count][count];
    for (int k = 0; k < count; k++) {
      double[] left = columns[k].clone();
      double length = Math.sqrt(product(left, left));
      for (int twice = 0; twice < 2; twice++) {
        for (int j = 0; j < k; j++) {
          double share = product(basis[j], left);
          triangle[k][j] += share;
          subtract(left, share, basis[j]);
        }
      }
      double rest = Math.sqrt(product(left, left));
      if (!(rest > DEPENDENT * length)) {
        return new LinearLeastSquares(basis, triangle, k);
      }
      triangle[k][k] = rest;
      basis[k] = scaled(left, 1 / rest);
    }
    return new LinearLeastSquares(basis, triangle, -1);
  }

  /** The first column that is a sum of those before it, to 1e-10 of its length; -1 for none. */
  public int dependent() {
    return dependent;
  }

  /** K coefficients that leave the least sum of squares. */
  public double[] solve(double[] y) {
    double[] shares = new double[basis.length];
    double[] left = y.clone();
    for (int k = 0; k < basis.length; k++) {
      shares[k] = product(basis[k], left);
      subtract(left, shares[k], basis[k]);
    }
    return backwards(shares);
  }

  /** What no sum of columns can make of a vector. */
  public double[] remainder(double[] y) {
    double[] left = y.clone();
    for (int twice = 0; twice < 2; twice++) {
      for (double[] column : basis) {
        subtract(left, product(column, left), column);
      }
    }
    return left;
  }

  /** (A'A)^-1, K x K, row major: the covariance of the coefficients for errors of variance 1. */
  public double[] inverseProducts() {
    int count = basis.length;
    double[][] inverse = new double[count][];
    for (int k = 0; k < count; k++) {
      double[] unit = new double[count];
      unit[k] = 1;
      inverse[k] = backwards(unit);
    }
    double[] products = new double[count * count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        for (double[] column : inverse) {
          products[a * count + b] += column[a] * column[b];
        }
      }
    }
    return products;
  }

  private double[] backwards(double[] right) {
    double[] x = right.clone();
    for (int k = x.length - 1; k >= 0; k--) {
      x[k] /= triangle[k][k];
      for (int j = 0; j < k; j++) {
        x[j] -= triangle[k][j] * x[k];
      }
    }
    return x;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double times, double[] what) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= times * what[i];
    }
  }

  private static double[] scaled(double[] values, double by) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = by * values[i];
    }
    return out;
  }
}
