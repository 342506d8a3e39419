package org.debye.unmixing.posterior;

/**
 * Something that makes a start's result doubtful.
 *
 * @param detail a sentence with its numbers, without a full stop
 */
public record StartFlag(Kind kind, String detail) {

  /** What is doubtful. */
  public enum Kind {
    /** Trajectories diverged: the posterior has corners that the chain cannot enter. */
    DIVERGENCES,
    /** The chain was stopped before it had the effective draws that were asked for. */
    TOO_FEW_EFFECTIVE_DRAWS,
    /** The halves of the chain disagree. */
    NOT_STATIONARY,
    /** A variational fit was stopped while its evidence lower bound still rose. */
    NOT_CONVERGED,
    /** The energy mixes slowly: heavy tails may be missed. */
    LOW_ENERGY_FRACTION,
    /** Many trajectories ended at the greatest depth. */
    DEPTH_SATURATED,
    /** Abundances were integrated out less exactly than the draws deserve. */
    QUADRATURE_ERROR,
    /** Other starts ended in other modes. */
    OTHER_MODES,
    /** Starts in the same mode disagree. */
    STARTS_DISAGREE
  }
}
