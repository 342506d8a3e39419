package org.debye.inference.nuts;

import java.util.Arrays;

/** Covariance of the draws with Stan's shrinkage: n/(n+5) S + 1e-3 5/(n+5) I. */
final class CovarianceEstimator implements MetricEstimator {
  private final int dimension;
  private final double[] mean;
  private final double[] before;
  private final double[] products;
  private int count;

  CovarianceEstimator(int dimension) {
    this.dimension = dimension;
    mean = new double[dimension];
    before = new double[dimension];
    products = new double[dimension * dimension];
  }

  @Override
  public void add(double[] position, double[] gradient) {
    count++;
    for (int i = 0; i < dimension; i++) {
      before[i] = position[i] - mean[i];
      mean[i] += before[i] / count;
    }
    for (int i = 0; i < dimension; i++) {
      double after = position[i] - mean[i];
      for (int j = 0; j <= i; j++) {
        products[i * dimension + j] += after * before[j];
      }
    }
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void reset() {
    count = 0;
    Arrays.fill(mean, 0);
    Arrays.fill(products, 0);
  }

  @Override
  public Geometry estimate() {
    return Geometry.of(new DenseMetric(shrunken()));
  }

  /** n x n, row major. */
  double[] shrunken() {
    double n = count;
    double[] covariance = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double value = n / (n + 5) * products[i * dimension + j] / (n - 1);
        covariance[i * dimension + j] = value;
        covariance[j * dimension + i] = value;
      }
      covariance[i * dimension + i] += 1e-3 * 5 / (n + 5);
    }
    return covariance;
  }
}
