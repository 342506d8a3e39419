package org.debye.learning.collective;

import org.bytedeco.pytorch.Tensor;

/** What ranks do together. All ranks call the same methods in the same order; thread-confined. */
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
