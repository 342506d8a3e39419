package org.debye.inference.nuts;

/** Whether a chain found a point to start from. */
public sealed interface ChainStart {

  /** A chain that stands at a point of finite density, before its warm-up. */
  record Started(NutsChain chain) implements ChainStart {}

  /** No chain. */
  record Refused(ChainFault fault, String reason) implements ChainStart {}
}
