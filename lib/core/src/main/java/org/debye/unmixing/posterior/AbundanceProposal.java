package org.debye.unmixing.posterior;

import org.debye.numeric.RandomStream;

/** Where {@link AbundanceRefresh} proposes the abundances of a block of observations. */
interface AbundanceProposal {

  /** Proposals of each observation that there must be, the first of which it begins with. */
  int count();

  /** Takes the globals. */
  void begin(MixingGlobals globals, Shapes shapes, double[] position, int endmembersAt);

  /**
   * Takes the observations of a block, which the residuals have loaded.
   *
   * @param lanes of the block in use
   */
  void load(int start, int lanes, ResidualRows residuals, RandomStream random);

  /**
   * Proposes the sticks' coordinates of each lane.
   *
   * @param number of the proposal since the block was loaded, less than {@link #count}
   * @param coordinates a row a stick; overwritten
   * @param minusLog minus the logarithm of the proposal's density there, up to a constant of the
   *     observation; overwritten
   */
  void propose(
      int number, int lanes, RandomStream random, double[][] coordinates, double[] minusLog);
}
