package org.debye.learning.collective;

import org.bytedeco.pytorch.Tensor;

/**
 * What ranks do together. All ranks call the same methods in the same order; thread-confined.
 *
 * <p>Values are float32, float64 or int64, of any length, on the device of the collective. A
 * tensor's history for gradients is neither read nor written. Every method throws {@link
 * LostRankException} where a rank is gone or does not answer in time; nothing more can be done with
 * the collective then, but to close it.
 */
public interface Collective extends AutoCloseable {
  int rank();

  int size();

  /** Every rank gets root's values, in place. */
  void broadcast(Tensor values, int root);

  /**
   * Every rank gets the sum over ranks, in place; the same bits on every rank, and at every repeat
   * with the same size.
   */
  void sum(Tensor values);

  /** One number from each rank, in the order of ranks. */
  long[] gather(long value);

  /** Equal-shape tensors of all ranks, concatenated along dimension 0 in the order of ranks. */
  Tensor gather(Tensor values);

  @Override
  void close();
}
