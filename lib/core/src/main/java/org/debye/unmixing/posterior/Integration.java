package org.debye.unmixing.posterior;

import java.util.Optional;

/**
 * The rules of a {@link MarginalChain}.
 *
 * @param walked whose density trajectories follow
 * @param few observations that stand for all on the way; all if there are none such
 * @param target whose density the chain has; draws are accepted by it, unless it is the one walked
 * @param check finer than the target, which tells what that lacks
 */
record Integration(
    AbundanceRule walked,
    Optional<WeightedObservations> few,
    AbundanceRule target,
    AbundanceRule check) {

  /** A coarse rule, corrected to the fine one. */
  static Integration adaptive(BallRule coarse) {
    return new Integration(coarse, Optional.empty(), RuleChoice.FINE, RuleChoice.FINEST);
  }

  /** A lattice, corrected to a finer one, or to none if it is the same. */
  static Integration onLattices(StickLattice walked, StickLattice target) {
    return new Integration(walked, Optional.empty(), target, target.finer());
  }

  /** The same, trajectories following few observations in the place of all. */
  Integration onFew(WeightedObservations observations) {
    return new Integration(walked, Optional.of(observations), target, check);
  }

  /** The same, trajectories following all observations. */
  Integration onAll() {
    return new Integration(walked, Optional.empty(), target, check);
  }

  boolean corrects() {
    return few.isPresent() || !walked.equals(target);
  }

  /** What trajectories follow. */
  MarginalDensity density(MixingDensity joint) {
    return few.isPresent()
        ? MarginalDensity.of(joint, walked, few.get())
        : MarginalDensity.of(joint, walked);
  }
}
