package org.debye.inference.nuts;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Covariances of a few coordinates at a time, from draws and gradients. */
final class FisherBlock {
  private static final double GAMMA = 1e-5;

  private final List<double[]> points;
  private final List<double[]> slopes;

  FisherBlock(List<double[]> points, List<double[]> slopes) {
    this.points = points;
    this.slopes = slopes;
  }

  /**
   * The geodesic mean of cov(points) and cov(slopes)^-1 in these coordinates, both scaled by
   * sqrt(sd of points / sd of slopes) and with 1e-5 I added.
   */
  double[] covariance(int[] coordinates) {
    int n = coordinates.length;
    double[] x = sample(points, coordinates);
    double[] h = sample(slopes, coordinates);
    double[] scales = new double[n];
    for (int a = 0; a < n; a++) {
      double ratio = Math.sqrt(Math.sqrt(x[a * n + a] / h[a * n + a]));
      scales[a] = ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 1;
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        x[a * n + b] /= scales[a] * scales[b];
        h[a * n + b] *= scales[a] * scales[b];
      }
      x[a * n + a] += GAMMA;
      h[a * n + a] += GAMMA;
    }
    double[] mean =
        SymmetricMatrix.geodesicMean(DMatrixRMaj.wrap(n, n, x), DMatrixRMaj.wrap(n, n, h)).data;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        mean[a * n + b] *= scales[a] * scales[b];
      }
    }
    return mean;
  }

  /** Sample covariance of some coordinates, row major. */
  static double[] sample(List<double[]> points, int[] coordinates) {
    int n = coordinates.length;
    double[] mean = new double[n];
    for (double[] point : points) {
      for (int a = 0; a < n; a++) {
        mean[a] += point[coordinates[a]] / points.size();
      }
    }
    double[] covariance = new double[n * n];
    for (double[] point : points) {
      for (int a = 0; a < n; a++) {
        double deviation = point[coordinates[a]] - mean[a];
        for (int b = 0; b < n; b++) {
          covariance[a * n + b] +=
              deviation * (point[coordinates[b]] - mean[b]) / (points.size() - 1.0);
        }
      }
    }
    return covariance;
  }
}
