package org.debye.inference;

/**
 * A log density whose coordinates are a few globals followed by equal blocks of latents, where the
 * blocks are conditionally independent of one another given the globals: the Hessian's entries
 * between two blocks are zero everywhere. Hierarchical models with latents of their own for each
 * observation are of this kind.
 *
 * <p>Coordinates {@code 0 .. globals() - 1} are the globals. The latents follow place by place:
 * place a of block i is coordinate {@code globals() + a * blocks() + i}, and the places fill the
 * dimension.
 */
public interface BlockedLogDensity extends LogDensity {
  /** How many coordinates all blocks share, at least 1. */
  int globals();

  /** How many blocks there are, at least 1. */
  int blocks();
}
