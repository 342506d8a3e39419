package org.debye.inference.nuts;

import org.debye.inference.draws.ChainDraws;

/** What {@link NutsSampler} brings back. */
public sealed interface SampledChain {

  /**
   * The draws.
   *
   * @param draws after warm-up
   * @param warmUp how the warm-up went
   * @param gradients evaluations of the density, warm-up among them
   */
  record Sampled(ChainDraws draws, WarmUp.Adapted warmUp, long gradients) implements SampledChain {}

  /** No draws, and why. */
  record NotSampled(ChainFault fault, String reason) implements SampledChain {}
}
