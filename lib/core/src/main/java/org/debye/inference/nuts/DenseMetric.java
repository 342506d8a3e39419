package org.debye.inference.nuts;

import org.debye.numeric.RandomStream;

/** A is a whole matrix. With A = L L', a momentum is the solution of L' p = z, z ~ N(0, I). */
final class DenseMetric implements Metric {
  private final int dimension;
  private final double[] covariance;
  private final double[] factor;

  /**
   * @param covariance n x n, row major, positive definite; kept
   */
  DenseMetric(double[] covariance) {
    dimension = (int) Math.round(Math.sqrt(covariance.length));
    this.covariance = covariance;
    factor = Cholesky.factor(covariance, dimension);
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    for (int i = 0; i < dimension; i++) {
      int row = i * dimension;
      double sum = 0;
      for (int j = 0; j < dimension; j++) {
        sum += covariance[row + j] * momentum[j];
      }
      velocity[i] = sum;
    }
  }

  @Override
  public void drawMomentum(RandomStream random, double[] momentum) {
    for (int i = 0; i < dimension; i++) {
      momentum[i] = random.nextGaussian();
    }
    Cholesky.solveTransposed(factor, dimension, momentum);
  }
}
