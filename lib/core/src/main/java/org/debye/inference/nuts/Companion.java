package org.debye.inference.nuts;

/**
 * Another Markov kernel that leaves a chain's density as it is, for moves that trajectories hardly
 * make: between modes that are known to be there.
 */
@FunctionalInterface
public interface Companion {
  /** One that never moves. */
  Companion NONE = position -> false;

  /**
   * Moves once.
   *
   * @param position where the chain stands; changed in place if it moves
   * @return whether it has moved
   */
  boolean move(double[] position);
}
