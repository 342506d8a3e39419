package org.debye.unmixing.posterior;

import org.debye.inference.LogDensity;

/**
 * A density in coordinates z in which it is about standard normal: x = mean + L z, L the root of
 * what is known of its covariance. A constant Jacobian is left out.
 */
final class WhitenedDensity implements LogDensity {
  /** Draws that the diagonal counts for beside the sample covariance (as in Stan). */
  private static final double DRAWS_OF_DIAGONAL = 5;

  private static final double LEAST_VARIANCE = 1e-8;

  private final LogDensity inner;
  private final int dimension;
  private final double[] mean;
  private final double[] root;
  private final double[] position;
  private final double[] slope;

  /**
   * @param draws of the inner density's coordinates, at least 2; more may be in each than it has
   */
  WhitenedDensity(LogDensity inner, double[][] draws) {
    this.inner = inner;
    dimension = inner.dimension();
    mean = new double[dimension];
    root = new double[dimension * dimension];
    position = new double[dimension];
    slope = new double[dimension];
    for (double[] draw : draws) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += draw[i] / draws.length;
      }
    }
    double share = draws.length / (draws.length + DRAWS_OF_DIAGONAL);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double covariance = 0;
        for (double[] draw : draws) {
          covariance += (draw[i] - mean[i]) * (draw[j] - mean[j]) / (draws.length - 1);
        }
        root[i * dimension + j] = i == j ? covariance + LEAST_VARIANCE : share * covariance;
      }
    }
    factorise();
  }

  private void factorise() {
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double value = root[i * dimension + j];
        for (int k = 0; k < j; k++) {
          value -= root[i * dimension + k] * root[j * dimension + k];
        }
        root[i * dimension + j] = i == j ? Math.sqrt(value) : value / root[j * dimension + j];
      }
    }
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double evaluate(double[] z, double[] gradient) {
    colour(z, position);
    double value = inner.evaluate(position, slope);
    for (int j = 0; j < dimension; j++) {
      double sum = 0;
      for (int i = j; i < dimension; i++) {
        sum += root[i * dimension + j] * slope[i];
      }
      gradient[j] = sum;
    }
    return value;
  }

  /** The inner coordinates of z. */
  void colour(double[] z, double[] x) {
    for (int i = 0; i < dimension; i++) {
      double sum = mean[i];
      for (int j = 0; j <= i; j++) {
        sum += root[i * dimension + j] * z[j];
      }
      x[i] = sum;
    }
  }

  /** The z of inner coordinates. */
  void whiten(double[] x, double[] z) {
    for (int i = 0; i < dimension; i++) {
      double rest = x[i] - mean[i];
      for (int j = 0; j < i; j++) {
        rest -= root[i * dimension + j] * z[j];
      }
      z[i] = rest / root[i * dimension + i];
    }
  }
}
