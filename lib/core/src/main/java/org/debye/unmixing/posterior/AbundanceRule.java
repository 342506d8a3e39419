package org.debye.unmixing.posterior;

/** How abundances are integrated out: nodes that follow each observation, or a lattice for all. */
sealed interface AbundanceRule permits BallRule, StickLattice {

  /**
   * Nodes of an observation.
   *
   * @param sticks K - 1, the dimensions of the integral
   */
  int points(int sticks);

  /**
   * The integral by this rule, with a workspace of its own.
   *
   * @param observed of the joint density's, which the sum is over
   */
  AbundanceIntegral integral(MixingDensity joint, WeightedObservations observed);
}
