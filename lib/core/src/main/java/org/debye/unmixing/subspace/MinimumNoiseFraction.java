package org.debye.unmixing.subspace;

import org.debye.numeric.SymmetricEigen;

/**
 * Minimum noise fraction (Green et al. 1988, IEEE TGRS 26:65), made as noise-adjusted principal
 * components (Lee, Woodyatt and Berman 1990): the spectra are whitened by the noise's covariance,
 * and the principal components of the result are ordered by signal-to-noise ratio. In these
 * coordinates the noise has unit variance in every direction.
 *
 * @param subspace the mean and the leading D components; analysis rows are not orthogonal
 * @param variances P variances of the whitened spectra along the components, descending: 1 is noise
 *     alone
 */
public record MinimumNoiseFraction(Subspace subspace, double[] variances) {
  private static final double FLOOR = 1e-12;

  /**
   * The leading components.
   *
   * @param dimensions D, 1 to P
   */
  public static MinimumNoiseFraction of(BandMoments moments, NoiseEstimate noise, int dimensions) {
    int p = moments.bands();
    if (dimensions < 1 || dimensions > p) {
      throw new IllegalArgumentException(dimensions + " components of " + p + " points");
    }
    SymmetricEigen eigen = SymmetricEigen.of(noise.covariance(), p);
    double[] whiten = power(eigen, -0.5);
    double[] colour = power(eigen, 0.5);
    double[] white = product(product(whiten, moments.covariance(), p), whiten, p);
    SymmetricEigen components = SymmetricEigen.of(white, p);
    double[] leading = components.leading(dimensions);
    double[] analysis = new double[dimensions * p];
    double[] synthesis = new double[dimensions * p];
    for (int d = 0; d < dimensions; d++) {
      for (int b = 0; b < p; b++) {
        for (int a = 0; a < p; a++) {
          analysis[d * p + b] += leading[d * p + a] * whiten[a * p + b];
          synthesis[d * p + b] += leading[d * p + a] * colour[a * p + b];
        }
      }
    }
    return new MinimumNoiseFraction(
        new Subspace(p, dimensions, moments.mean(), analysis, synthesis), components.values());
  }

  /** Symmetric power of the noise covariance; directions without noise get the floor's. */
  private static double[] power(SymmetricEigen eigen, double exponent) {
    int p = eigen.size();
    double[] out = new double[p * p];
    for (int j = 0; j < p; j++) {
      double value = Math.max(eigen.values()[j], FLOOR * eigen.values()[0]);
      double factor = Math.pow(value, exponent);
      for (int a = 0; a < p; a++) {
        double scaled = factor * eigen.vectors()[j * p + a];
        for (int b = 0; b < p; b++) {
          out[a * p + b] += scaled * eigen.vectors()[j * p + b];
        }
      }
    }
    return out;
  }

  private static double[] product(double[] left, double[] right, int p) {
    double[] out = new double[p * p];
    for (int a = 0; a < p; a++) {
      for (int k = 0; k < p; k++) {
        double factor = left[a * p + k];
        for (int b = 0; b < p; b++) {
          out[a * p + b] += factor * right[k * p + b];
        }
      }
    }
    return out;
  }
}
