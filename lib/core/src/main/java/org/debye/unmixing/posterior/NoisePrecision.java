package org.debye.unmixing.posterior;

/**
 * Inverse P of a noise covariance T T', T = diag(s) L: what one residual is like given the others.
 * Its mean is -sum_(j not d) P_dj e_j / P_dd, its deviation P_dd^(-1/2); the others alone have the
 * inverse covariance P_jl - P_jd P_dl / P_dd and the determinant |T|^2 P_dd. Not thread safe.
 */
final class NoisePrecision {
  private final int dimensions;
  private final double[] inverse;
  private final double[] precision;
  private double logDeterminant;

  NoisePrecision(int dimensions) {
    this.dimensions = dimensions;
    inverse = new double[dimensions * dimensions];
    precision = new double[dimensions * dimensions];
  }

  /**
   * Takes a covariance.
   *
   * @param scales s, D
   * @param factor L, D x D row major, lower triangular
   */
  void take(double[] scales, double[] factor) {
    logDeterminant = 0;
    for (int d = 0; d < dimensions; d++) {
      int at = d * dimensions;
      double diagonal = factor[at + d];
      logDeterminant += StrictMath.log(scales[d] * diagonal);
      for (int j = 0; j < d; j++) {
        double sum = 0;
        for (int m = j; m < d; m++) {
          sum += factor[at + m] * inverse[m * dimensions + j];
        }
        inverse[at + j] = -sum / diagonal;
      }
      inverse[at + d] = 1 / (scales[d] * diagonal);
    }
    for (int d = 0; d < dimensions; d++) {
      for (int j = 0; j <= d; j++) {
        double sum = 0;
        for (int m = d; m < dimensions; m++) {
          sum += inverse[m * dimensions + d] * inverse[m * dimensions + j];
        }
        precision[d * dimensions + j] = sum;
        precision[j * dimensions + d] = sum;
      }
    }
  }

  /** Mean of residual d given the others, which are read from an offset on. */
  double mean(int d, double[] residuals, int at) {
    double sum = 0;
    for (int j = 0; j < dimensions; j++) {
      sum += j == d ? 0 : precision[d * dimensions + j] * residuals[at + j];
    }
    return -sum / precision[d * dimensions + d];
  }

  /** Deviation of residual d given the others. */
  double deviation(int d) {
    return 1 / Math.sqrt(precision[d * dimensions + d]);
  }

  /** -log of that deviation. */
  double logRoot(int d) {
    return 0.5 * StrictMath.log(precision[d * dimensions + d]);
  }

  /**
   * Log density of all residuals but d, without constants.
   *
   * @param moment sum over observations of e e'; row and column d are not read
   */
  double without(int d, double[] moment, int observations) {
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < dimensions; j++) {
        if (i != d && j != d) {
          squares += rest(d, i, j) * moment[i * dimensions + j];
        }
      }
    }
    return -0.5 * squares - observations * (logDeterminant + logRoot(d));
  }

  private double rest(int d, int i, int j) {
    double along = precision[i * dimensions + d] * precision[d * dimensions + j];
    return precision[i * dimensions + j] - along / precision[d * dimensions + d];
  }

  /** The exponent of residual d given the others, summed over observations: -sum z^2 / 2. */
  double given(int d, double[] moment) {
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < dimensions; j++) {
        double along = precision[i * dimensions + d] * precision[d * dimensions + j];
        squares += along / precision[d * dimensions + d] * moment[i * dimensions + j];
      }
    }
    return -0.5 * squares;
  }
}
