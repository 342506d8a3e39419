package org.debye.learning.optimise;

import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Moves all weights of a block by their gradients. Not thread safe. */
public interface Optimiser extends AutoCloseable {
  /**
   * One step.
   *
   * @param rate learning rate
   */
  void step(double rate);

  /** How many steps were made. */
  long steps();

  /** Goes on from a checkpoint whose {@link #state} has been put back. */
  void resume(long steps);

  /** What it remembers, by name; each in the order of the block's values. Writing changes it. */
  Map<String, Tensor> state();

  @Override
  void close();
}
