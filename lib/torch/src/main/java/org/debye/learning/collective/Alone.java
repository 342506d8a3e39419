package org.debye.learning.collective;

import org.bytedeco.pytorch.Tensor;

/** One rank, which has all values itself. */
public final class Alone implements Collective {
  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void broadcast(Tensor values, int root) {
    if (root != 0) {
      throw new IllegalArgumentException("there is no rank " + root + ", only rank 0");
    }
  }

  @Override
  public void sum(Tensor values) {}

  @Override
  public long[] gather(long value) {
    return new long[] {value};
  }

  @Override
  public Tensor gather(Tensor values) {
    return values.detach().clone();
  }

  @Override
  public void close() {}
}
