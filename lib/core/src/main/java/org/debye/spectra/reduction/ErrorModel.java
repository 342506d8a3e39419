package org.debye.spectra.reduction;

/** Where the variance of a pixel comes from. */
public enum ErrorModel {
  /** Spectra have no sigma. */
  NONE,
  /**
   * Counts: the variance is the raw value before dark subtraction, at least 1 with {@link
   * Normalisation#NG}.
   */
  POISSON
}
