package org.debye.inference.posteriordb;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Regression by a Gaussian process, y ~ normal(0, alpha^2 exp(-(x - x')^2 / (2 rho^2)) + sigma I).
 * Coordinates: the logarithms of rho, alpha and sigma (which is a variance here, as in Stan's
 * code).
 */
final class GaussianProcess implements Posterior {
  private final double[] x;
  private final double[] y;

  GaussianProcess(double[] x, double[] y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public int dimension() {
    return 3;
  }

  @Override
  public double evaluate(double[] position, double[] gradient) {
    int n = x.length;
    double rho = Math.exp(position[0]);
    double alpha = Math.exp(position[1]);
    double sigma = Math.exp(position[2]);
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance.set(i, j, kernel(i, j, rho, alpha) + (i == j ? sigma : 0));
      }
    }
    double determinant = CommonOps_DDRM.det(covariance);
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!(determinant > 0) || !CommonOps_DDRM.invert(covariance, inverse)) {
      return Double.NaN;
    }
    double[] weights = new double[n];
    double quadratic = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        weights[i] += inverse.get(i, j) * y[j];
      }
      quadratic += weights[i] * y[i];
    }
    double byRho = 0;
    double byAlpha = 0;
    double bySigma = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double slope = 0.5 * (weights[i] * weights[j] - inverse.get(i, j));
        double k = kernel(i, j, rho, alpha);
        double distance = (x[i] - x[j]) / rho;
        byRho += slope * k * distance * distance;
        byAlpha += slope * k * 2;
        bySigma += i == j ? slope * sigma : 0;
      }
    }
    gradient[0] = byRho + 25 - 4 * rho;
    gradient[1] = byAlpha - alpha * alpha / 4 + 1;
    gradient[2] = bySigma - sigma * sigma + 1;
    return -0.5 * quadratic
        - 0.5 * Math.log(determinant)
        + 25 * position[0]
        - 4 * rho
        - alpha * alpha / 8
        + position[1]
        - sigma * sigma / 2
        + position[2];
  }

  private double kernel(int i, int j, double rho, double alpha) {
    double distance = (x[i] - x[j]) / rho;
    return alpha * alpha * Math.exp(-0.5 * distance * distance);
  }

  @Override
  public List<String> variables() {
    return List.of("rho", "alpha", "sigma");
  }

  @Override
  public void record(double[] position, double[] values) {
    for (int k = 0; k < 3; k++) {
      values[k] = Math.exp(position[k]);
    }
  }
}
