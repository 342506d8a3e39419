package org.debye.inference.nuts;

/** How warm-up ended. */
public sealed interface WarmUp {

  /**
   * The chain may be drawn from.
   *
   * @param stepSize for all later trajectories
   * @param gradients evaluations of the density up to here
   * @param divergences trajectories of the warm-up that diverged
   */
  record Adapted(double stepSize, long gradients, int divergences) implements WarmUp {}

  /** The chain must not be drawn from. */
  record Stuck(ChainFault fault, String reason) implements WarmUp {}
}
