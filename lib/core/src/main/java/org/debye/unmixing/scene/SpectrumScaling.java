package org.debye.unmixing.scene;

/**
 * What is done about brightness. Mixing with shares that sum to one holds only where spectra are
 * measured on one scale; where illumination, thickness or dose differ from spectrum to spectrum,
 * scale each first.
 */
public enum SpectrumScaling {
  /** Spectra as they are. */
  NONE,
  /**
   * Divided by their sum. Mixtures stay mixtures: the endmembers are then known up to a factor
   * each, and the abundances are shares of the total signal. Spectra near zero become noisy.
   */
  UNIT_SUM,
  /**
   * Divided by their Euclidean length. Mixtures bend slightly out of their simplex; the angle
   * between spectra is kept.
   */
  UNIT_LENGTH
}
