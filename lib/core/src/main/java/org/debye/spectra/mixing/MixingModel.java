package org.debye.spectra.mixing;

import java.io.Serializable;

/**
 * Hyperparameters of the endmember mixture model of Hoidn, Mishra and Mehta, eqs 1 to 3: w ~
 * Dir(alpha0 1_K); c_k ~ N(0, I_D); s_d ~ U(sigma/2, 3 sigma/2); Omega ~ LKJ(eta); w_i ~ Dir(alpha1
 * w); y_i ~ N(sum_k w_ik c_k, Sigma).
 *
 * @param endmembers K, at least 2
 * @param dimensions D, at least 1; the paper's choice is K - 1
 * @param alpha0 concentration of each global weight, above 0
 * @param alpha1 sum of the concentrations of an observation's abundances, above 0
 * @param sigma middle of the noise scale's range, above 0; a standard deviation or, for {@link
 *     NoiseModel#AUTHORS_CODE}, a variance
 * @param eta concentration of the correlation matrix, above 0; 1 is uniform
 * @param noise how scales and correlations make the covariance
 */
public record MixingModel(
    int endmembers,
    int dimensions,
    double alpha0,
    double alpha1,
    double sigma,
    double eta,
    NoiseModel noise)
    implements Serializable {

  public MixingModel {
    require(endmembers >= 2, "endmembers");
    require(dimensions >= 1, "dimensions");
    require(alpha0 > 0 && alpha0 < Double.POSITIVE_INFINITY, "alpha0");
    require(alpha1 > 0 && alpha1 < Double.POSITIVE_INFINITY, "alpha1");
    require(sigma > 0 && sigma < Double.POSITIVE_INFINITY, "sigma");
    require(eta > 0 && eta < Double.POSITIVE_INFINITY, "eta");
  }

  /** How many correlation factors a mixture has: one, or one for each endmember. */
  public int correlationFactors() {
    return noise == NoiseModel.AUTHORS_CODE ? endmembers : 1;
  }

  private static void require(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of range");
    }
  }
}
