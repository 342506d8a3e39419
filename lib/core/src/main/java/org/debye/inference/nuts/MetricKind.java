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
   * For a {@link org.debye.inference.BlockedLogDensity}: coordinates in which each block's location
   * and scale follow the globals as its conditional distribution does ({@code ConditionalChart}),
   * with a dense metric for the globals and one for each block. Straightens funnels whose
   * conditional scales are powers of one another and most of those of centred hierarchical models,
   * where the others diverge or take small steps; raises E-BFMI. What a single power does not
   * describe, as scales near zero of groups with much data beside groups with little, still
   * diverges: write such a model non-centred. An evaluation costs four products of globals x
   * latents more; an update of the chart some 128 x globals x block size gradients. Of no use where
   * the blocks are far from normal given the globals, as sparse abundances are.
   */
  CONDITIONAL_BLOCKS
}
