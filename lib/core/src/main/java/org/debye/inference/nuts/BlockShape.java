package org.debye.inference.nuts;

import org.debye.inference.BlockedLogDensity;

/**
 * Sizes of a blocked density.
 *
 * @param globals g
 * @param blocks N
 * @param places b, coordinates of a block
 */
record BlockShape(int globals, int blocks, int places) {
  BlockShape {
    if (globals < 1 || blocks < 1 || places < 1) {
      throw new IllegalArgumentException(
          globals + " globals and " + blocks + " blocks of " + places);
    }
  }

  static BlockShape of(BlockedLogDensity density) {
    int latents = density.dimension() - density.globals();
    BlockShape shape =
        new BlockShape(density.globals(), density.blocks(), latents / density.blocks());
    if (shape.latents() != latents) {
      throw new IllegalArgumentException(
          density.blocks() + " equal blocks do not make " + latents + " coordinates");
    }
    return shape;
  }

  /** N b. */
  int latents() {
    return blocks * places;
  }

  int dimension() {
    return globals + latents();
  }
}
