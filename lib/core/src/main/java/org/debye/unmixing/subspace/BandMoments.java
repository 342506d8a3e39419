package org.debye.unmixing.subspace;

import org.debye.spectra.mixing.Observations;

/**
 * First and second moments of N spectra of P points.
 *
 * @param count N
 * @param bands P
 * @param mean P means
 * @param correlation P x P, row major, symmetric: sum_i y_i y_i' / N, not centred
 * @param covariance P x P, row major, symmetric: sum_i (y_i - m)(y_i - m)' / N
 */
public record BandMoments(
    int count, int bands, double[] mean, double[] correlation, double[] covariance) {
  private static final int BLOCK = 4;

  /** The moments of all points, in two passes: means first, so that the covariance is exact. */
  public static BandMoments of(Observations points) {
    int n = points.count();
    int p = points.dimensions();
    double[] mean = new double[p];
    double[] values = points.values();
    for (int i = 0; i < n; i++) {
      for (int b = 0; b < p; b++) {
        mean[b] += values[i * p + b];
      }
    }
    for (int b = 0; b < p; b++) {
      mean[b] /= n;
    }
    double[] covariance = scatter(points, mean);
    double[] correlation = new double[p * p];
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        correlation[a * p + b] = covariance[a * p + b] + mean[a] * mean[b];
      }
    }
    return new BandMoments(n, p, mean, correlation, covariance);
  }

  /** Mean squared length of a spectrum: the trace of the correlation. */
  public double power() {
    double sum = 0;
    for (int b = 0; b < bands; b++) {
      sum += correlation[b * bands + b];
    }
    return sum;
  }

  /** Sum over the points of (y - c)(y - c)' / N: four points a step over the upper triangle. */
  private static double[] scatter(Observations points, double[] centre) {
    int n = points.count();
    int p = points.dimensions();
    double[] sum = new double[p * p];
    double[][] rows = new double[BLOCK][p];
    for (int start = 0; start < n; start += BLOCK) {
      for (int r = 0; r < BLOCK; r++) {
        for (int b = 0; b < p; b++) {
          boolean there = start + r < n;
          rows[r][b] = there ? points.values()[(start + r) * p + b] - centre[b] : 0;
        }
      }
      addOuter(rows[0], rows[1], rows[2], rows[3], sum, p);
    }
    for (int a = 0; a < p; a++) {
      for (int b = a; b < p; b++) {
        sum[a * p + b] /= n;
        sum[b * p + a] = sum[a * p + b];
      }
    }
    return sum;
  }

  private static void addOuter(
      double[] r0, double[] r1, double[] r2, double[] r3, double[] sum, int p) {
    for (int a = 0; a < p; a++) {
      double v0 = r0[a];
      double v1 = r1[a];
      double v2 = r2[a];
      double v3 = r3[a];
      int row = a * p;
      for (int b = a; b < p; b++) {
        sum[row + b] += v0 * r0[b] + v1 * r1[b] + v2 * r2[b] + v3 * r3[b];
      }
    }
  }
}
