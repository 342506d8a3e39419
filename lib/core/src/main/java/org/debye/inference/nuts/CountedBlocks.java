package org.debye.inference.nuts;

import org.debye.inference.BlockedLogDensity;

/** Counts evaluations of a blocked density. */
final class CountedBlocks extends CountedDensity implements BlockedLogDensity {
  private final BlockedLogDensity density;

  CountedBlocks(BlockedLogDensity density) {
    super(density);
    this.density = density;
  }

  @Override
  public int globals() {
    return density.globals();
  }

  @Override
  public int blocks() {
    return density.blocks();
  }
}
