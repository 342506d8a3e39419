package org.debye.unmixing.posterior;

/**
 * The rules of a {@link MarginalChain}.
 *
 * @param walked whose density trajectories follow
 * @param target whose density the chain has; draws are accepted by it, unless it is the one walked
 * @param check finer than the target, which tells what that lacks
 */
record Integration(AbundanceRule walked, AbundanceRule target, AbundanceRule check) {

  /** A coarse rule, corrected to the fine one. */
  static Integration adaptive(BallRule coarse) {
    return new Integration(coarse, RuleChoice.FINE, RuleChoice.FINEST);
  }

  /** A lattice, corrected to a finer one, or to none if it is the same. */
  static Integration onLattices(StickLattice walked, StickLattice target) {
    return new Integration(walked, target, target.finer());
  }

  boolean corrects() {
    return !walked.equals(target);
  }
}
