package org.debye.exploration;

import org.debye.numeric.SymmetricOperator;

/**
 * The products of spectra with one another, or of points with one another.
 *
 * @param dual X X' of N rows, else X' X of P rows
 */
record CrossProducts(Centred spectra, boolean dual) implements SymmetricOperator {
  @Override
  public int size() {
    return dual ? spectra.count() : spectra.points();
  }

  @Override
  public void apply(double[][] vectors, double[][] products) {
    for (int j = 0; j < vectors.length; j++) {
      double[] out =
          dual
              ? spectra.toSpectra(spectra.toPoints(vectors[j]))
              : spectra.toPoints(spectra.toSpectra(vectors[j]));
      System.arraycopy(out, 0, products[j], 0, out.length);
    }
  }

  /** The matrix itself, row major. */
  double[] matrix() {
    return dual ? ofSpectra() : ofPoints();
  }

  private double[] ofSpectra() {
    int n = spectra.count();
    int p = spectra.points();
    double[] x = spectra.values();
    double[] matrix = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int b = 0; b < p; b++) {
          sum += x[i * p + b] * x[j * p + b];
        }
        matrix[i * n + j] = sum;
        matrix[j * n + i] = sum;
      }
    }
    return matrix;
  }

  private double[] ofPoints() {
    int p = spectra.points();
    double[] x = spectra.values();
    double[] matrix = new double[p * p];
    for (int from = 0; from < x.length; from += p) {
      for (int a = 0; a < p; a++) {
        double value = x[from + a];
        for (int b = a; b < p; b++) {
          matrix[a * p + b] += value * x[from + b];
        }
      }
    }
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < a; b++) {
        matrix[a * p + b] = matrix[b * p + a];
      }
    }
    return matrix;
  }
}
