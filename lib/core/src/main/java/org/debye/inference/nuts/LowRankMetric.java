package org.debye.inference.nuts;

import org.debye.numeric.RandomStream;

/**
 * A = S (I + U (E - I) U') S with S = diag(scales), orthonormal directions U (n x k) and their
 * eigenvalues E. A momentum is S^-1 (I + U (E^-1/2 - I) U') z.
 */
final class LowRankMetric implements Metric {
  private final double[] scales;
  private final double[][] directions;
  private final double[] eigenvalues;
  private final double[] scaled;

  /**
   * @param directions k orthonormal vectors of length n
   */
  LowRankMetric(double[] scales, double[][] directions, double[] eigenvalues) {
    this.scales = scales;
    this.directions = directions;
    this.eigenvalues = eigenvalues;
    scaled = new double[scales.length];
  }

  @Override
  public void velocity(double[] momentum, double[] velocity) {
    for (int i = 0; i < scales.length; i++) {
      scaled[i] = scales[i] * momentum[i];
      velocity[i] = scaled[i];
    }
    for (int k = 0; k < directions.length; k++) {
      stretch(directions[k], eigenvalues[k] - 1, velocity);
    }
    for (int i = 0; i < scales.length; i++) {
      velocity[i] *= scales[i];
    }
  }

  @Override
  public void drawMomentum(RandomStream random, double[] momentum) {
    for (int i = 0; i < scales.length; i++) {
      scaled[i] = random.nextGaussian();
      momentum[i] = scaled[i];
    }
    for (int k = 0; k < directions.length; k++) {
      stretch(directions[k], 1 / Math.sqrt(eigenvalues[k]) - 1, momentum);
    }
    for (int i = 0; i < scales.length; i++) {
      momentum[i] /= scales[i];
    }
  }

  /** Adds to a vector a multiple of the scaled one's part along a direction. */
  private void stretch(double[] direction, double by, double[] vector) {
    double along = 0;
    for (int i = 0; i < direction.length; i++) {
      along += direction[i] * scaled[i];
    }
    along *= by;
    for (int i = 0; i < direction.length; i++) {
      vector[i] += along * direction[i];
    }
  }
}
