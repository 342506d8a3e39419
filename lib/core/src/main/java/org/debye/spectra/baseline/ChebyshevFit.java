package org.debye.spectra.baseline;

import java.util.Arrays;

/**
 * Unweighted least-squares fit of a Chebyshev series on evenly spaced points, as a projection on an
 * orthonormal basis of the same space. The basis is kept for the last length asked for: (order + 1)
 * columns of n doubles. One thread at a time.
 */
final class ChebyshevFit {
  // Twice is enough (Giraud, Langou & Rozloznik 2005).
  private static final int ORTHOGONALISATIONS = 2;

  private final double[] coefficients;
  private double[][] basis = new double[0][];

  ChebyshevFit(int order) {
    coefficients = new double[order + 1];
  }

  /**
   * Replaces y by its fit.
   *
   * @param y of which the first n values are used and modified
   * @param n above the order
   */
  void smooth(double[] y, int n) {
    if (basis.length == 0 || basis[0].length != n) {
      basis = orthonormal(n, coefficients.length);
    }
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = dot(basis[k], y, n);
    }
    Arrays.fill(y, 0, n, 0);
    for (int k = 0; k < coefficients.length; k++) {
      add(coefficients[k], basis[k], y);
    }
  }

  /** Gram-Schmidt on T0, T1 ... at x = -1 .. 1. */
  private static double[][] orthonormal(int n, int columns) {
    double[][] basis = new double[columns][n];
    for (int i = 0; i < n; i++) {
      double x = n == 1 ? 0 : 2.0 * i / (n - 1) - 1;
      double previous = x;
      double current = 1;
      for (int k = 0; k < columns; k++) {
        basis[k][i] = current;
        double next = 2 * x * current - previous;
        previous = current;
        current = next;
      }
    }
    for (int k = 0; k < columns; k++) {
      for (int pass = 0; pass < ORTHOGONALISATIONS; pass++) {
        for (int j = 0; j < k; j++) {
          add(-dot(basis[j], basis[k], n), basis[j], basis[k]);
        }
      }
      double norm = Math.sqrt(dot(basis[k], basis[k], n));
      for (int i = 0; i < n; i++) {
        basis[k][i] /= norm;
      }
    }
    return basis;
  }

  private static double dot(double[] a, double[] b, int n) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum1 + sum2 + sum3;
  }

  /** y += factor x. */
  private static void add(double factor, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += factor * x[i];
    }
  }
}
