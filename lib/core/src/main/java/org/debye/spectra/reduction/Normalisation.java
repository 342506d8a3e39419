package org.debye.spectra.reduction;

/**
 * How corrections (flat, solid angle, polarisation; N for each pixel) enter the mean over a bin
 * whose pixels have the coefficients c.
 */
public enum Normalisation {
  /**
   * Intensity sum(c I) / sum(c N), sigma sqrt(sum(c^2 V)) / sum(c N): the weighted mean with the
   * smallest error. pyFAI's {@code integrate1d_ng}.
   */
  NG,
  /**
   * Intensity sum(c I / N) / sum(c), sigma sqrt(sum(c V)) / sum(c) without corrections: pyFAI's
   * {@code integrate1d_legacy} with a CSR method, as Dioptas and older pipelines use it. For
   * comparison with their results; its sigma is not an error propagation.
   */
  LEGACY
}
