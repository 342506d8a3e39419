package org.debye.spectra.mixing;

/** How the covariance of the observation noise follows from scales and correlations. */
public enum NoiseModel {
  /** Sigma = diag(s) Omega diag(s), one Omega for all observations; s is a standard deviation. */
  STANDARD_DEVIATION,
  /**
   * What the paper's published program does: scale s is a variance, each endmember has a Cholesky
   * factor L_k of a correlation matrix of its own, and observation i has the factor diag(sqrt(s))
   * sum_k w_ik L_k. The factors are mixed, not the covariances.
   */
  AUTHORS_CODE
}
