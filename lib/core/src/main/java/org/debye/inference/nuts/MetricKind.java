package org.debye.inference.nuts;

/** The family from which warm-up chooses the inverse mass matrix. */
public enum MetricKind {
  /** The identity; only the step size adapts. */
  UNIT,
  /** Variances of the warm-up draws (Stan's default). */
  DIAGONAL,
  /**
   * The whole covariance of the warm-up draws (Stan's {@code dense_e}). Costs n^2 a step and n^3 an
   * update: for tens of coordinates.
   */
  DENSE,
  /**
   * Square root of the draws' variances over the gradients' variances (nutpie): for each coordinate
   * the scale that minimises the Fisher divergence. Needs fewer draws than {@link #DIAGONAL}.
   */
  GRADIENT_DIAGONAL,
  /**
   * {@link #GRADIENT_DIAGONAL} times a correction in the few directions where draws and gradients
   * agree that it is far from enough (nutpie's low-rank metric).
   */
  LOW_RANK,
  /**
   * For a {@link org.debye.inference.BlockedLogDensity}: globals with a dense covariance, each
   * block a linear function of the globals plus noise of its own. Costs two products with the
   * blocks' coefficients a step.
   */
  CONDITIONAL_BLOCKS
}
