package org.debye.unmixing.scene;

/** How spectra become points of few dimensions. */
public enum Reduction {
  /** Directions of largest variance. */
  PRINCIPAL_COMPONENTS,
  /** Directions of largest variance over noise variance, the noise estimated by regression. */
  MINIMUM_NOISE_FRACTION
}
