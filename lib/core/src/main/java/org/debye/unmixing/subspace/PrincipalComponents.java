package org.debye.unmixing.subspace;

import org.debye.numeric.SymmetricEigen;
import org.debye.spectra.mixing.Observations;

/**
 * Principal components: the directions of largest variance about the mean, by the eigenvectors of
 * the P x P covariance (Jolliffe 2002, ch. 1).
 *
 * @param subspace the mean and the leading D components, orthonormal: A = S'
 * @param variances P variances along all components, descending; divisor N
 */
public record PrincipalComponents(Subspace subspace, double[] variances) {

  /**
   * The leading components.
   *
   * @param dimensions D, 1 to P
   */
  public static PrincipalComponents of(Observations spectra, int dimensions) {
    return of(BandMoments.of(spectra), dimensions);
  }

  /** The same from moments that are known already. */
  public static PrincipalComponents of(BandMoments moments, int dimensions) {
    int p = moments.bands();
    if (dimensions < 1 || dimensions > p) {
      throw new IllegalArgumentException(dimensions + " components of " + p + " points");
    }
    SymmetricEigen eigen = SymmetricEigen.of(moments.covariance(), p);
    double[] basis = eigen.leading(dimensions);
    double[] variances = eigen.values();
    for (int j = 0; j < p; j++) {
      variances[j] = Math.max(variances[j], 0);
    }
    return new PrincipalComponents(
        new Subspace(p, dimensions, moments.mean(), basis, basis), variances);
  }

  /** The leading directions of the uncentred correlation, from the origin: for cones of spectra. */
  public static Subspace uncentred(BandMoments moments, int dimensions) {
    int p = moments.bands();
    double[] basis = SymmetricEigen.of(moments.correlation(), p).leading(dimensions);
    return new Subspace(p, dimensions, new double[p], basis, basis);
  }

  /** Share of the variance that the leading components hold, 0 to 1. */
  public double explained(int components) {
    double part = 0;
    double all = 0;
    for (int j = 0; j < variances.length; j++) {
      all += variances[j];
      part += j < components ? variances[j] : 0;
    }
    return all == 0 ? 1 : part / all;
  }

  /** Number of dimensions that the spectra span, to the rounding of doubles. */
  public int rank() {
    int rank = 0;
    while (rank < variances.length && variances[rank] > 1e-13 * variances[0]) {
      rank++;
    }
    return rank;
  }
}
