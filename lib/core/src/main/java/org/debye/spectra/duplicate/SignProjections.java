package org.debye.spectra.duplicate;

import org.debye.numeric.SymmetricEigen;

/**
 * Sums of a spectrum's points with signs, divided by their number: f(x) = 1/P sum_p s_p x_p, where
 * s_p is 1 or -1. Whatever the signs, |f(x) - f(y)| is at most the mean absolute difference of x
 * and y. The signs are those of the principal components of a sample, along which spectra differ
 * most: they decide how fast duplicates are found, never which.
 *
 * @param signs one row of P for each projection
 */
record SignProjections(float[][] signs) {
  private static final int MOST = 3;
  private static final int LARGEST_MATRIX = 50;
  private static final int LARGEST_SAMPLE = 2000;

  /**
   * Of spectra that are like those to come.
   *
   * @param spectra rows of P points, one after another; at most 2000 of them, evenly spread, are
   *     looked at
   * @param points P
   */
  static SignProjections of(float[] spectra, int points) {
    int blocks = Math.min(points, LARGEST_MATRIX);
    int rows = spectra.length / points;
    int step = Math.max(1, rows / LARGEST_SAMPLE);
    double[] mean = new double[blocks];
    double[] covariance = new double[blocks * blocks];
    int count = 0;
    for (int row = 0; row < rows; row += step) {
      double[] sums = sums(spectra, row * points, points, blocks);
      count++;
      for (int a = 0; a < blocks; a++) {
        double before = sums[a] - mean[a];
        mean[a] += before / count;
        for (int b = 0; b <= a; b++) {
          // b's mean has the new row already but for b = a
          double after = sums[b] - mean[b];
          covariance[a * blocks + b] += before * after;
          covariance[b * blocks + a] = covariance[a * blocks + b];
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance, blocks);
    float[][] signs = new float[Math.min(MOST, blocks)][points];
    for (int k = 0; k < signs.length; k++) {
      for (int p = 0; p < points; p++) {
        double entry = eigen.vectors()[k * blocks + block(p, points, blocks)];
        signs[k][p] = entry < 0 ? -1 : 1;
      }
    }
    return new SignProjections(signs);
  }

  private static double[] sums(float[] spectra, int at, int points, int blocks) {
    double[] sums = new double[blocks];
    for (int p = 0; p < points; p++) {
      sums[block(p, points, blocks)] += spectra[at + p];
    }
    return sums;
  }

  static int block(int point, int points, int blocks) {
    return (int) ((long) point * blocks / points);
  }

  int count() {
    return signs.length;
  }

  /** One projection of a spectrum. */
  double of(int projection, float[] spectra, int at) {
    float[] row = signs[projection];
    double sum = 0;
    for (int p = 0; p < row.length; p++) {
      sum += row[p] * (double) spectra[at + p];
    }
    return sum / row.length;
  }
}
